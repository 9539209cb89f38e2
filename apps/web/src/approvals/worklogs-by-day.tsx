import { makeStyles } from '@fluentui/react-components';
import type { WorkLog } from '@stint/contract';
import { addSeconds, NOT_SET_ACTIVITY_TYPE, seconds, type WallTime } from '@stint/domain';
import { colours, useFormats, useTexts, WorklogRow } from '@stint/ui';
import { useMemo } from 'react';
import { StateMessage } from '../components/state-message.tsx';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { useWorkItems } from '../worklogs/use-work-items.ts';
import { daysOfWeek } from './week-days.ts';

const useStyles = makeStyles({
  days: { border: `1px solid ${colours.line}`, borderRadius: '8px', overflow: 'hidden' },
  header: {
    display: 'flex',
    justifyContent: 'space-between',
    margin: 0,
    padding: '6px 12px',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: 600,
    backgroundColor: colours.soft,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** The worklogs of a week by day, each day with its sum. */
export function WeekDays({ worklogs }: { readonly worklogs: readonly WorkLog[] }) {
  const styles = useStyles();
  const texts = useTexts(approvalsTexts);
  const formats = useFormats();
  const workItems = useWorkItems(worklogs.flatMap(({ workItemId }) => workItemId ?? []));
  const days = useMemo(() => daysOfWeek(worklogs), [worklogs]);
  if (days.length === 0) return <StateMessage text={texts.noTimeHint} title={texts.noTime} />;
  return (
    <div className={styles.days}>
      {days.map(({ date, worklogs: ofDay, lengthSeconds }) => (
        <section key={date}>
          <h3 className={styles.header}>
            <span>{formats.day(date, 'weekday')}</span>
            <span>{formats.length(lengthSeconds)}</span>
          </h3>
          <ul className={styles.list}>
            {ofDay.map((worklog) => (
              <WorklogRow
                actions={null}
                activityType={
                  worklog.activityType.id === NOT_SET_ACTIVITY_TYPE.id ? null : worklog.activityType
                }
                comment={worklog.comment}
                key={worklog.id}
                lengthSeconds={worklog.length}
                when={when(worklog)}
                workItem={workItems.get(worklog.workItemId ?? 0) ?? null}
                workItemId={worklog.workItemId}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );

  function when({ timestamp, length }: WorkLog): string {
    const start = timestamp.slice(0, 19) as WallTime;
    return formats.times(start, addSeconds(start, seconds(length)));
  }
}
