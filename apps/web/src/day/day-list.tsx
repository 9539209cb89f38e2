import { Button, makeStyles } from '@fluentui/react-components';
import { colours, richText, useFormats, useTexts } from '@stint/ui';
import { type ComponentProps, useDeferredValue, useMemo } from 'react';
import { LoadFault } from '../components/load-fault.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { dayTexts } from '../texts/day/texts.ts';
import { DaySection } from './day-section.tsx';
import { useGrowing } from './use-growing.ts';
import { type EditWorklog, useWorklogActions } from './use-worklog-actions.ts';
import { useWorkItemsOfLatest, useWorklogs } from './use-worklogs.ts';
import { groupByDay, type WorklogDay } from './worklog-days.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '14px' },
  more: { alignSelf: 'center' },
  panel: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
});

interface DaysProps extends Pick<ComponentProps<typeof DaySection>, 'actions' | 'workItems'> {
  readonly days: readonly WorklogDay[];
}

/** The last worklogs by day, with all states they can be in. */
export function DayList(props: { readonly onEdit: EditWorklog }) {
  const styles = useStyles();
  const texts = useTexts(dayTexts);
  const formats = useFormats();
  const list = useWorklogs();
  const { workItems, isPending: isWithoutTitles } = useWorkItemsOfLatest(list.data?.pages.length ?? 1);
  const grouped = useMemo(
    () => (list.data && !isWithoutTitles ? groupByDay(list.data.pages.flat(), formats) : null),
    [list.data, isWithoutTitles, formats],
  );
  // A long list is made without keeping the page from answering.
  const days = useDeferredValue(grouped, null);
  const actions = useWorklogActions(
    (worklog) => workItems.get(worklog.workItemId ?? 0) ?? null,
    props.onEdit,
  );

  if (days === null && list.isError) {
    return (
      <div className={styles.panel}>
        <LoadFault error={list.error} onRetry={() => void list.refetch()} what={texts.yourWorklogs} />
      </div>
    );
  }
  if (days === null) {
    return (
      <div className={styles.panel}>
        <SkeletonRows label={texts.loading} rows={8} />
      </div>
    );
  }
  if (days.length === 0) {
    return (
      <div className={styles.panel}>
        <StateMessage
          text={richText(texts.noTimeHint, { enter: <kbd>Enter</kbd> })}
          title={texts.noTimeYet}
        />
      </div>
    );
  }
  return (
    <div className={styles.list}>
      <Days actions={actions} days={days} workItems={workItems} />
      {list.hasNextPage && (
        <Button
          className={styles.more}
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? texts.loadingMore : texts.loadMore}
        </Button>
      )}
    </div>
  );
}

/** About as many days as fill a phone. */
const DAYS_A_FRAME = 3;

/** The days, some in each frame, so that none takes long. */
function Days({ days, ...shared }: DaysProps) {
  const formats = useFormats();
  const shown = useGrowing(days.length, DAYS_A_FRAME);
  return days
    .slice(0, shown)
    .map((day) => <DaySection {...shared} day={day} key={day.date} today={formats.today()} />);
}
