import { APPROVAL_STATE, type WallDate } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { useMemo } from 'react';
import { periodsTexts } from '../texts/periods/texts.ts';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { firstDayOf } from '../weeks/use-weeks.ts';
import type { DayColumn } from './columns.ts';

/** Gives a sentence for a day whose time cannot be changed: which week locks it, and how it stands; null for other days. */
export function useLockReason(columns: readonly DayColumn[]): (date: WallDate) => string | null {
  const texts = useTexts(timesheetTexts);
  const periods = useTexts(periodsTexts);
  const formats = useFormats();
  return useMemo(() => {
    const reasons = new Map<WallDate, string>();
    for (const { date, lockedBy } of columns) {
      if (lockedBy === null) continue;
      const state = {
        [APPROVAL_STATE.submitted]: periods.stateSubmitted,
        [APPROVAL_STATE.approved]: periods.stateApproved,
        [APPROVAL_STATE.closed]: periods.stateClosed,
      } as Readonly<Record<number, string>>;
      const day = formats.day(firstDayOf(lockedBy));
      reasons.set(
        date,
        texts.weekLocked({ day, state: state[lockedBy.approvalState] ?? periods.stateLocked }),
      );
    }
    return (date) => reasons.get(date) ?? null;
  }, [columns, formats, periods, texts]);
}
