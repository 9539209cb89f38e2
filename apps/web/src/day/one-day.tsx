import { makeStyles } from '@fluentui/react-components';
import type { WorkLog } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { colours, richText, useFormats, useTexts } from '@stint/ui';
import { useMemo } from 'react';
import { Loaded } from '../components/loaded.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { dayTexts } from '../texts/day/texts.ts';
import { useWorkItems } from '../worklogs/use-work-items.ts';
import { useWorklogsOfDays } from '../worklogs/use-worklogs-of-days.ts';
import { DaySection } from './day-section.tsx';
import { type EditWorklog, useWorklogActions } from './use-worklog-actions.ts';
import { groupByDay } from './worklog-days.ts';

const useStyles = makeStyles({
  panel: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
});

/** The worklogs of one day, with all states they can be in. */
export function OneDay({ date, onEdit }: { readonly date: WallDate; readonly onEdit: EditWorklog }) {
  const styles = useStyles();
  const texts = useTexts(dayTexts);
  const formats = useFormats();
  const worklogs = useWorklogsOfDays(date, date);
  const day = useMemo(
    () => groupByDay(worklogs.data ?? [], formats).find((each) => each.date === date),
    [worklogs.data, formats, date],
  );
  const ids = day?.entries.map(({ worklog }) => worklog.workItemId ?? 0).filter((id) => id !== 0) ?? [];
  const workItems = useWorkItems(ids);
  const actions = useWorklogActions(
    (worklog: WorkLog) => workItems.get(worklog.workItemId ?? 0) ?? null,
    onEdit,
  );
  return (
    <Loaded
      query={worklogs}
      skeleton={
        <div className={styles.panel}>
          <SkeletonRows label={texts.loading} rows={5} />
        </div>
      }
      what={texts.yourWorklogs}
    >
      {() =>
        day ? (
          <DaySection actions={actions} day={day} today={formats.today()} workItems={workItems} />
        ) : (
          <div className={styles.panel}>
            <StateMessage
              text={richText(texts.noTimeThisDayHint, { key: <kbd>A</kbd> })}
              title={texts.noTimeThisDay}
            />
          </div>
        )
      }
    </Loaded>
  );
}
