import { Button } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { TimeWeek } from '@stint/contract';
import { APPROVAL_STATE } from '@stint/domain';
import { Menu, MenuItem, useFormats, useTexts } from '@stint/ui';
import { useSession } from '../api/session.ts';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { monthTexts } from '../texts/month/texts.ts';
import type { WeekCommand } from '../weeks/foresee-week.ts';
import { useApprovalManagers } from '../weeks/use-approval-managers.ts';
import { firstDayOf } from '../weeks/use-weeks.ts';

interface OwnActsProps {
  readonly week: TimeWeek;
  readonly isSmall?: boolean;
  readonly onCommand: (command: WeekCommand) => void;
}

/** What a person may do with an own week now: submit it, to somebody else than usual too where there is a choice, or take that back. */
export function OwnActs({ week, isSmall = false, onCommand }: OwnActsProps) {
  const texts = useTexts(approvalsTexts);
  const month = useTexts(monthTexts);
  const formats = useFormats();
  const { user } = useSession();
  const { managers } = useApprovalManagers();
  const others = managers.filter(({ id }) => id !== user.id);
  const day = formats.day(firstDayOf(week));
  const size = isSmall ? 'small' : 'medium';
  if (week.approvalState === APPROVAL_STATE.submitted) {
    return (
      <Button
        aria-label={month.revokeWeek({ day })}
        onClick={() => onCommand({ kind: 'revoke', week })}
        size={size}
      >
        {month.revoke}
      </Button>
    );
  }
  if (!week.mayBeSubmitted) return null;
  return (
    <>
      <Button
        appearance={isSmall ? 'secondary' : 'primary'}
        aria-label={month.submitWeek({ day })}
        onClick={() => onCommand({ kind: 'submit', week })}
        size={size}
      >
        {month.submit}
      </Button>
      {others.length > 1 && (
        <Menu
          trigger={(props) => (
            <Button
              {...props}
              aria-label={texts.submitToWhom({ day })}
              icon={<ChevronDown12Regular />}
              size={size}
            />
          )}
        >
          {others.map(({ id, name }) => (
            <MenuItem key={id} onSelect={() => onCommand({ kind: 'submit', week, managerId: id })}>
              {texts.submitTo({ name })}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
