import { makeStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { BudgetAssignment, WorkLog } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { colours, IconButton, useFormats, useTexts, WorkItemLabel } from '@stint/ui';
import { Panel } from '../components/panel.tsx';
import { Row, RowList } from '../components/row-list.tsx';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { useWorkItems } from '../worklogs/use-work-items.ts';
import { AttachForm } from './attach-form.tsx';
import { useAttachments } from './use-attachments.ts';

const useStyles = makeStyles({
  none: { margin: 0, color: colours.dim },
  excluded: { color: colours.fault, fontWeight: 600 },
});

interface AttachmentsProps {
  readonly budgetId: string;
  readonly isClosed: boolean;
  readonly assignments: readonly BudgetAssignment[];
  /** The worklogs of the budget, which those that are attached themselves are among. */
  readonly worklogs: readonly WorkLog[];
}

/** What the budget is attached to and kept away from. */
export function Attachments({ budgetId, isClosed, assignments, worklogs }: AttachmentsProps) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const { detach } = useAttachments(budgetId);
  const workItems = useWorkItems(assignments.flatMap(({ workItemId }) => workItemId ?? []));
  const nameOf = ({ workItemId, iterationPath, workLogId }: BudgetAssignment) => {
    if (iterationPath !== null) return iterationPath;
    if (workItemId !== null) {
      const workItem = workItems.get(workItemId);
      return workItem ? <WorkItemLabel workItem={workItem} /> : `${workItemId}`;
    }
    const worklog = worklogs.find(({ id }) => id === workLogId);
    if (!worklog) return texts.worklog;
    const day = formats.day(worklog.timestamp.slice(0, 10) as WallDate);
    return [worklog.user.name, day, formats.length(worklog.length), worklog.comment]
      .filter(Boolean)
      .join(' · ');
  };
  const kindOf = ({ workItemId, iterationPath }: BudgetAssignment) =>
    workItemId !== null
      ? texts.workItemBelow
      : iterationPath !== null
        ? texts.iterationBelow
        : texts.worklogOnly;
  return (
    <Panel hint={isClosed ? texts.closedHint : texts.attachedHint} title={texts.attached}>
      <AttachForm budgetId={budgetId} />
      {assignments.length === 0 ? (
        <p className={styles.none}>{texts.attachedNowhere}</p>
      ) : (
        <RowList label={texts.attached}>
          {assignments.map((assignment) => (
            <Row
              action={
                <IconButton
                  icon={<Dismiss16Regular />}
                  name={texts.detach}
                  onClick={() => detach(assignment)}
                />
              }
              detail={
                assignment.isExclusion ? (
                  <span className={styles.excluded}>{texts.excluded}</span>
                ) : (
                  kindOf(assignment)
                )
              }
              key={assignment.id}
              name={nameOf(assignment)}
            />
          ))}
        </RowList>
      )}
    </Panel>
  );
}
