import { Button } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { IterationSummary } from '@stint/contract';
import { readWallDate } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { DataTable } from '../components/data-table.tsx';
import { KeyHints } from '../components/key-hints.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Page } from '../components/page.tsx';
import { PeriodNavigator } from '../components/period-navigator.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { useOverlays } from '../shell/overlays-context.ts';
import { PERIOD_KEYS, ROW_KEYS } from '../shell/keys/shell-keys.ts';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import { useIterationsSearch } from './use-iterations-search.ts';
import { OwnTimeHint } from './own-time-hint.tsx';
import { ProjectMenu } from './project-menu.tsx';
import { spanAround, stepped } from './span.ts';
import { useIterationColumns } from './use-iteration-columns.tsx';
import { ITERATION_ROWS, ROW_LINK_KEYS } from './iteration-keys.ts';
import { useIterationStyles } from './use-iteration-styles.ts';
import { useIterations } from './use-iterations.ts';
import { useRowKeys } from '../components/use-row-keys.ts';

const route = getRouteApi('/signed-in/iterations');

/** The iterations around a day, the latest first, with what was planned and tracked in each. */
export function IterationList() {
  const styles = useIterationStyles();
  const texts = useTexts(iterationsTexts);
  const formats = useFormats();
  const navigate = route.useNavigate();
  const { open } = useOverlays();
  const search = useIterationsSearch();
  const { project = null } = search;
  const today = formats.today();
  const day = readWallDate(search.day ?? '') ?? today;
  const span = spanAround(day);
  const iterations = useIterations(span, project);
  const columns = useIterationColumns();
  const box = useRef<HTMLDivElement>(null);
  useRowKeys(box, ITERATION_ROWS);
  const move = useCallback(
    (step: -1 | 0 | 1) => {
      const { day: _, ...rest } = search;
      const next = step === 0 ? today : stepped(day, step);
      void navigate({ search: next === today ? rest : { ...rest, day: next }, replace: true });
    },
    [navigate, search, day, today],
  );
  const total = (iterations.data ?? []).reduce((sum, { trackedLength }) => sum + trackedLength, 0);
  return (
    <Page
      action={
        <Button appearance="primary" icon={<Add16Regular />} onClick={() => open({ kind: 'add' })}>
          {texts.addTime}
        </Button>
      }
      beside={
        <>
          <PeriodNavigator
            isCurrent={span.from <= today && today <= span.to}
            name={formats.days(span.from, span.to)}
            onMove={move}
          />
          {iterations.data && (
            <span className={styles.total}>
              {texts.tracked} <b>{formats.length(total)}</b>
            </span>
          )}
        </>
      }
      title={texts.title}
      tools={
        <ProjectMenu
          onChange={(next) => {
            const { project: _, ...rest } = search;
            void navigate({ search: next === null ? rest : { ...rest, project: next }, replace: true });
          }}
          project={project}
        />
      }
    >
      <OwnTimeHint />
      <div className={styles.box} ref={box}>
        <Loaded
          query={iterations}
          skeleton={
            <div className={styles.panel}>
              <SkeletonRows label={texts.loading} rows={10} />
            </div>
          }
          what={texts.theIterations}
        >
          {(found) => <Found columns={columns} iterations={found} />}
        </Loaded>
      </div>
      <KeyHints
        hints={[
          { keys: [...ROW_KEYS.next, ...ROW_KEYS.back], name: texts.keyMove },
          { keys: ROW_LINK_KEYS, name: texts.keyOpen },
          { keys: [...PERIOD_KEYS.earlier, ...PERIOD_KEYS.later], name: texts.keySpan },
        ]}
      />
    </Page>
  );
}

function Found(props: {
  readonly iterations: readonly IterationSummary[];
  readonly columns: ReturnType<typeof useIterationColumns>;
}) {
  const styles = useIterationStyles();
  const texts = useTexts(iterationsTexts);
  if (props.iterations.length === 0)
    return (
      <div className={styles.panel}>
        <StateMessage text={texts.noneHint} title={texts.none} />
      </div>
    );
  return (
    <DataTable
      columns={props.columns}
      keyOf={({ path }) => path}
      label={texts.title}
      rows={props.iterations}
    />
  );
}
