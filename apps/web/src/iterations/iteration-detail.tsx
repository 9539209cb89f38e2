import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { IterationDetails } from '@stint/contract';
import { readWallDate } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { KeyHints } from '../components/key-hints.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Page } from '../components/page.tsx';
import { PeriodNavigator } from '../components/period-navigator.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { useOverlays } from '../shell/overlays-context.ts';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import { IterationFacts } from './iteration-facts.tsx';
import { ItemTables } from './item-tables.tsx';
import { OwnTimeHint } from './own-time-hint.tsx';
import { isNow, neighbourOf } from './place-in-time.ts';
import { spanAround } from './span.ts';
import { useDaysText } from './use-days-text.ts';
import { useIterationStyles } from './use-iteration-styles.ts';
import { useIteration, useIterations } from './use-iterations.ts';
import { useRowKeys } from './use-row-keys.ts';

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
  const { path: _, ...listed } = route.useSearch();
  const details = useIteration(path);
  const box = useRef<HTMLDivElement>(null);
  useRowKeys(box);
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
          {found && <IterationNavigator iteration={found.iteration} />}
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
          ['↑ ↓ J K', texts.keyMove],
          ['Enter', texts.keyAddTime],
          ['PgUp PgDn', texts.keyIteration],
        ]}
      />
    </Page>
  );
}

/** Leads to the iteration of the project before and after, and to the one that is now. */
function IterationNavigator({ iteration }: { readonly iteration: IterationDetails['iteration'] }) {
  const navigate = route.useNavigate();
  const formats = useFormats();
  const daysText = useDaysText();
  const today = formats.today();
  const start = readWallDate(iteration.startDate ?? '');
  const around = useIterations(spanAround(start ?? today), iteration.project, start !== null);
  const current = useIterations(spanAround(today), iteration.project, start !== null);
  const known = around.data;
  const ofToday = current.data?.find((each) => isNow(each, today));
  const move = useCallback(
    (step: -1 | 0 | 1) => {
      const next = step === 0 ? ofToday : neighbourOf(known ?? [], iteration, step);
      if (next) void navigate({ search: (before) => ({ ...before, path: next.path }), replace: true });
    },
    [known, ofToday, iteration, navigate],
  );
  return <PeriodNavigator isCurrent={isNow(iteration, today)} name={daysText(iteration)} onMove={move} />;
}
