import { makeStyles } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { Play16Regular } from '@fluentui/react-icons/svg/play';
import type { WorkLog } from '@stint/contract';
import { NOT_SET_ACTIVITY_TYPE, type WallDate } from '@stint/domain';
import { colours, IconButton, type LabelledWorkItem, useFormats, useTexts, WorklogRow } from '@stint/ui';
import { memo, useId } from 'react';
import { dayTexts } from '../texts/day/texts.ts';
import { relativeDay, type WorklogDay } from './worklog-days.ts';

const useStyles = makeStyles({
  day: {
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
    overflow: 'hidden',
  },
  header: {
    display: 'flex',
    alignItems: 'baseline',
    gap: '8px',
    padding: '8px 12px',
    backgroundColor: colours.soft,
  },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  date: { color: colours.dim, fontSize: '12px' },
  total: { marginLeft: 'auto', fontWeight: 600 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** What one can do with a worklog of the list. */
export interface WorklogActions {
  readonly onContinue: (worklog: WorkLog) => void;
  readonly onEdit: (worklog: WorkLog) => void;
  readonly onDuplicate: (worklog: WorkLog) => void;
  readonly onDelete: (worklog: WorkLog) => void;
}

interface DaySectionProps {
  readonly day: WorklogDay;
  readonly today: WallDate;
  readonly workItems: ReadonlyMap<number, LabelledWorkItem>;
  readonly actions: WorklogActions;
}

/** One day: its name, its total, its worklogs. */
export const DaySection = memo(function DaySection({ day, today, workItems, actions }: DaySectionProps) {
  const styles = useStyles();
  const texts = useTexts(dayTexts);
  const formats = useFormats();
  const id = useId();
  const relative = relativeDay(day.date, today);
  const date = formats.day(day.date, 'weekday');
  const total = formats.length(day.totalSeconds);
  return (
    <section aria-labelledby={id} className={styles.day}>
      <header className={styles.header}>
        <h2 className={styles.title} id={id}>
          {relative === null ? date : texts[relative]}
        </h2>
        {relative !== null && <span className={styles.date}>{date}</span>}
        <span aria-label={texts.total({ length: total })} className={styles.total} role="img">
          {total}
        </span>
      </header>
      <ul className={styles.list}>
        {day.entries.map(({ key, worklog, when, lengthSeconds }) => (
          <WorklogRow
            actions={<RowActions actions={actions} worklog={worklog} />}
            activityType={worklog.activityType.id === NOT_SET_ACTIVITY_TYPE.id ? null : worklog.activityType}
            comment={worklog.comment}
            key={key}
            lengthSeconds={lengthSeconds}
            when={when}
            workItem={workItems.get(worklog.workItemId ?? 0) ?? null}
            workItemId={worklog.workItemId}
          />
        ))}
      </ul>
    </section>
  );
});

function RowActions({ worklog, actions }: { readonly worklog: WorkLog; readonly actions: WorklogActions }) {
  const texts = useTexts(dayTexts);
  return (
    <>
      <IconButton
        icon={<Play16Regular />}
        name={texts.continue}
        onClick={() => actions.onContinue(worklog)}
      />
      <IconButton
        disabled={worklog.isCanEdit === false}
        icon={<Edit16Regular />}
        name={texts.edit}
        onClick={() => actions.onEdit(worklog)}
      />
      <IconButton
        icon={<Copy16Regular />}
        name={texts.duplicate}
        onClick={() => actions.onDuplicate(worklog)}
      />
      <IconButton
        disabled={worklog.isCanDelete === false}
        icon={<Delete16Regular />}
        name={texts.delete}
        onClick={() => actions.onDelete(worklog)}
      />
    </>
  );
}
