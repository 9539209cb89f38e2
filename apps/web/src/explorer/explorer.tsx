import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { lazy, Suspense, useMemo, useState } from 'react';
import { LoadFault } from '../components/load-fault.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { commonTexts } from '../texts/common/texts.ts';
import { explorerTexts } from '../texts/explorer/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { RefusedDialog } from './bulk/refused-dialog.tsx';
import { useBulk } from './bulk/use-bulk.ts';
import { flatLines, groupedLines, type Lines } from './data/lines.ts';
import { useGroups, useTotals } from './data/use-explorer-data.ts';
import { type LineRange, useRows } from './data/use-rows.ts';
import { Grid } from './grid/grid.tsx';
import { useSelection } from './grid/use-selection.ts';
import { SumsBar } from './sums-bar.tsx';
import { useEditWorklog } from './use-edit-worklog.ts';
import { movedColumn, resizedColumn, sortedBy } from './view/change-view.ts';
import type { View } from './view/view.ts';

const PasteDialog = lazy(() =>
  import('./paste/paste-dialog.tsx').then((module) => ({ default: module.PasteDialog })),
);

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    height: 'calc(100dvh - 276px)',
    minHeight: '420px',
  },
  panel: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
});

interface ExplorerProps {
  readonly view: View;
  readonly condition: string;
  readonly seesBudgets: boolean;
  readonly onView: (view: View) => void;
  /** What the paste dialog begins with (null: nothing); undefined while it is closed. */
  readonly pasted: string | null | undefined;
  readonly onPasteClosed: () => void;
}

/** The worklogs of a view: their sums, or what is selected, above the grid. */
export function Explorer(props: ExplorerProps) {
  const { view, condition, seesBudgets, onView } = props;
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const common = useTexts(commonTexts);
  const toast = useToast();
  const totals = useTotals(condition);
  const groups = useGroups(condition, view);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [range, setRange] = useState<LineRange>({ from: 0, to: 60 });
  const isGrouped = view.groupBy.length > 0;
  const lines = useMemo((): Lines => {
    if (isGrouped) return groupedLines(groups.data ?? [], open, condition);
    return flatLines(condition, totals.data?.count ?? 0);
  }, [isGrouped, groups.data, open, condition, totals.data?.count]);
  const { rowOf, error, retry } = useRows(lines, view, range);
  const selection = useSelection(lines, rowOf, { condition, sort: view.sort });
  const bulk = useBulk(() => selection.set(new Map()));
  const edit = useEditWorklog();
  const count = totals.data?.count;
  const fault = totals.error ?? groups.error ?? error;
  const isLoading = count === undefined || (isGrouped && groups.data === undefined);

  const content = () => {
    if (fault)
      return (
        <div className={styles.panel}>
          <LoadFault
            error={fault}
            onRetry={() => {
              void totals.refetch();
              if (isGrouped) void groups.refetch();
              retry();
            }}
            what={texts.theWorklogs}
          />
        </div>
      );
    if (isLoading)
      return (
        <div className={styles.panel}>
          <SkeletonRows label={texts.loading} rows={12} />
        </div>
      );
    if (count === 0)
      return (
        <div className={styles.panel}>
          <StateMessage text={texts.emptyText} title={texts.empty} />
        </div>
      );
    return (
      <Grid
        acts={{
          onSort: (field, isAdded) => onView({ ...view, sort: sortedBy(view.sort, field, isAdded) }),
          onMove: (field, steps) => onView({ ...view, columns: movedColumn(view.columns, field, steps) }),
          onResized: (field, width) =>
            onView({ ...view, columns: resizedColumn(view.columns, field, width) }),
          onToggleGroup: (path) => setOpen(toggled(open, path)),
          onEditLine: (line) => {
            const row = rowOf(line);
            if (row) edit(row);
          },
          onDelete: () => {
            if (selection.ids.size > 0) bulk.remove([...selection.ids.keys()]);
          },
        }}
        isAllSelected={selection.ids.size > 0 && selection.ids.size === count}
        isGrouped={isGrouped}
        leaving={bulk.leaving}
        lines={lines}
        onRange={setRange}
        rowOf={rowOf}
        selection={selection}
        showsBillable={seesBudgets}
        view={view}
      />
    );
  };
  return (
    <div className={styles.whole}>
      {selection.ids.size > 0 || bulk.progress ? (
        <BulkBar bulk={bulk} seesBudgets={seesBudgets} selection={selection} />
      ) : (
        <SumsBar isFresh={!totals.isPlaceholderData} seesBudgets={seesBudgets} sums={totals.data} />
      )}
      {content()}
      {bulk.refused.length > 0 && (
        <RefusedDialog
          onClose={bulk.dismissRefused}
          onSelect={() => {
            selection.set(new Map(bulk.refused.map(({ id }) => [id, selection.ids.get(id) ?? 0])));
            bulk.dismissRefused();
          }}
          refused={bulk.refused}
        />
      )}
      {props.pasted !== undefined && (
        <Suspense>
          <PasteDialog
            first={props.pasted}
            onBooked={(ids) => {
              props.onPasteClosed();
              toast({
                text: texts.booked({ count: ids.length }),
                action: { name: common.undo, run: () => bulk.undoAdding(ids) },
              });
            }}
            onClose={props.onPasteClosed}
          />
        </Suspense>
      )}
    </div>
  );
}

function toggled(open: ReadonlySet<string>, path: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(path)) next.add(path);
  return next;
}
