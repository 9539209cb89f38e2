import type { TimeWeek } from '@stint/contract';
import { APPROVAL_STATE, addDays, type WallDate } from '@stint/domain';
import { useNavigate } from '@tanstack/react-router';
import { useFormats, useTexts } from '@stint/ui';
import { useCallback } from 'react';
import { periodsTexts } from '../texts/periods/texts.ts';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import type { Toast } from '../toasts/toast-provider.tsx';
import type { WeekCommand } from '../weeks/foresee-week.ts';
import { firstDayOf } from '../weeks/use-weeks.ts';

/** What one needs to know of a day whose time cannot be changed. */
export interface Lock {
  readonly reason: string;
  /** What one can do about it. */
  readonly wayOut: NonNullable<Toast['action']>;
}

/** Gives why the time of a day cannot be changed, as far as its week is known; null where it can. */
export function useLocks(
  weeks: readonly TimeWeek[],
  command: (command: WeekCommand) => void,
): (date: WallDate) => Lock | null {
  const texts = useTexts(weeklyTexts);
  const periods = useTexts(periodsTexts);
  const formats = useFormats();
  const navigate = useNavigate();
  return useCallback(
    (date) => {
      const week = weeks.find((each) => isIn(each, date));
      if (!week || week.lock === null) return null;
      const states: Readonly<Record<number, string>> = {
        [APPROVAL_STATE.submitted]: periods.stateSubmitted,
        [APPROVAL_STATE.approved]: periods.stateApproved,
        [APPROVAL_STATE.closed]: periods.stateClosed,
      };
      const state = states[week.approvalState] ?? periods.stateLocked;
      const mayBeRevoked = week.lock === 'submitted';
      return {
        reason: texts.weekLocked({ day: formats.day(firstDayOf(week)), state }),
        wayOut: mayBeRevoked
          ? { name: texts.revokeWeek, run: () => command({ kind: 'revoke', week }) }
          : { name: texts.showWeeks, run: () => void navigate({ to: '/approvals' }) },
      };
    },
    [weeks, command, texts, periods, formats, navigate],
  );
}

function isIn(week: TimeWeek, date: WallDate): boolean {
  const start = firstDayOf(week);
  return date >= start && date < addDays(start, 7);
}
