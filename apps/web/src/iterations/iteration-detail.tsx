import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { colours, useTexts } from '@stint/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { KeyHints } from '../components/key-hints.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Page } from '../components/page.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { useOverlays } from '../shell/overlays-context.ts';
import { PERIOD_KEYS, ROW_KEYS } from '../shell/keys/shell-keys.ts';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import { useIterationsSearch } from './use-iterations-search.ts';
import { IterationFacts } from './iteration-facts.tsx';
import { IterationNavigator } from './iteration-navigator.tsx';
import { ItemTables } from './item-tables.tsx';
import { OwnTimeHint } from './own-time-hint.tsx';
import { ITERATION_ROWS, ROW_LINK_KEYS } from './iteration-keys.ts';
import { useIterationStyles } from './use-iteration-styles.ts';
import { useIteration } from './use-iterations.ts';
import { useRowKeys } from '../components/use-row-keys.ts';

const useStyles = makeStyles({
  back: { color: colours.brand, textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
  body: { display: 'flex', flexDirection: 'column', gap: '14px' },
});

const route = getRouteApi('/signed-in/iterations');

/** One iteration: its sums, its work items, and those that have moved on. */
export function IterationDetail({ path }: { readonly path: string }) {
  const styles = useStyles();
  const looks = useIterationStyles();
  const texts = useTexts(iterationsTexts);
  const { open } = useOverlays();
  const navigate = route.useNavigate();
  const { path: _, ...listed } = useIterationsSearch();
  const details = useIteration(path);
  const box = useRef<HTMLDivElement>(null);
  useRowKeys(box, ITERATION_ROWS);
  const found = details.data;
  return (
    <Page
      action={
        <Button appearance="primary" icon={<Add16Regular />} onClick={() => open({ kind: 'add' })}>
          {texts.addTime}
        </Button>
      }
      beside={
        <>
          <Link className={styles.back} search={listed} to="/iterations">
            ← {texts.title}
          </Link>
          {found && (
            <IterationNavigator
              iteration={found.iteration}
              onGo={(next) => void navigate({ search: { ...listed, path: next }, replace: true })}
            />
          )}
        </>
      }
      title={found?.iteration.name ?? path.slice(path.lastIndexOf('\\') + 1)}
    >
      <OwnTimeHint />
      <div ref={box}>
        <Loaded
          query={details}
          skeleton={
            <div className={looks.panel}>
              <SkeletonRows label={texts.loadingOne} rows={10} />
            </div>
          }
          what={texts.theIteration}
        >
          {(shown) => (
            <div className={styles.body}>
              <IterationFacts iteration={shown.iteration} />
              <ItemTables details={shown} />
            </div>
          )}
        </Loaded>
      </div>
      <KeyHints
        hints={[
          { keys: [...ROW_KEYS.next, ...ROW_KEYS.back], name: texts.keyMove },
          { keys: ROW_LINK_KEYS, name: texts.keyAddTime },
          { keys: [...PERIOD_KEYS.earlier, ...PERIOD_KEYS.later], name: texts.keyIteration },
        ]}
      />
    </Page>
  );
}
