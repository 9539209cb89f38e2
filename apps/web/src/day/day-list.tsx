import { Button, makeStyles } from '@fluentui/react-components';
import { colours, richText, useFormats, useTexts } from '@stint/ui';
import { type ComponentProps, useDeferredValue, useMemo } from 'react';
import { LoadFault } from '../components/load-fault.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { dayTexts } from '../texts/day/texts.ts';
import { DaySection } from './day-section.tsx';
import { type EditWorklog, useWorklogActions } from './use-worklog-actions.ts';
import { useWorkItemsOfLatest, useWorklogs } from './use-worklogs.ts';
import { groupByDay } from './worklog-days.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '14px' },
  more: { alignSelf: 'center' },
  panel: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
});

interface DaysProps extends Pick<ComponentProps<typeof DaySection>, 'actions' | 'workItems'> {
  readonly days: ReturnType<typeof groupByDay>;
}

/** The last worklogs by day, with all states they can be in. */
export function DayList(props: { readonly onEdit: EditWorklog }) {
  const styles = useStyles();
  const texts = useTexts(dayTexts);
  const formats = useFormats();
  const list = useWorklogs();
  const { workItems, isPending: isWithoutTitles } = useWorkItemsOfLatest(list.data?.pages.length ?? 1);
  const days = useMemo(() => groupByDay(list.data?.pages.flat() ?? [], formats), [list.data, formats]);
  const actions = useWorklogActions(
    (worklog) => workItems.get(worklog.workItemId ?? 0) ?? null,
    props.onEdit,
  );

  if (list.isPending || (isWithoutTitles && !list.isError)) {
    return (
      <div className={styles.panel}>
        <SkeletonRows label={texts.loading} rows={8} />
      </div>
    );
  }
  if (list.isError && !list.data) {
    return (
      <div className={styles.panel}>
        <LoadFault error={list.error} onRetry={() => void list.refetch()} what={texts.yourWorklogs} />
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

/** The days that fill the first screen. */
const FIRST_DAYS = 3;

/** The days, the first screen of them at once and the rest without keeping the page from answering. */
function Days({ days, ...shared }: DaysProps) {
  const formats = useFormats();
  const showsAll = useDeferredValue(true, false);
  return (showsAll ? days : days.slice(0, FIRST_DAYS)).map((day) => (
    <DaySection {...shared} day={day} key={day.date} today={formats.today()} />
  ));
}
