import { Button } from '@fluentui/react-components';
import type { TimeWeek } from '@stint/contract';
import { APPROVAL_STATE } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import type { WeekCommand } from '../weeks/foresee-week.ts';

interface WeekActionProps {
  readonly week: TimeWeek;
  readonly onCommand: (command: WeekCommand) => void;
}

/** What the person may do with the week that is shown: submit it, or take a submission back. */
export function WeekAction({ week, onCommand }: WeekActionProps) {
  const texts = useTexts(timesheetTexts);
  if (week.approvalState === APPROVAL_STATE.submitted)
    return <Button onClick={() => onCommand({ kind: 'revoke', week })}>{texts.revokeWeek}</Button>;
  if (week.approvalState === APPROVAL_STATE.approved || week.approvalState === APPROVAL_STATE.closed)
    return null;
  return (
    <Button
      appearance="primary"
      disabledFocusable={!week.mayBeSubmitted}
      onClick={() => week.mayBeSubmitted && onCommand({ kind: 'submit', week })}
      title={week.submitRefusal ?? undefined}
    >
      {texts.submitWeek}
    </Button>
  );
}
