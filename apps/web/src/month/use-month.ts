import type { ActivityType } from '@stint/contract';
import { addDays, monthEnd, monthStart, type WallDate, weekStart } from '@stint/domain';
import { useFormats } from '@stint/ui';
import { useMemo } from 'react';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { ownWeeksKey, useOwnWeeks } from '../weeks/use-weeks.ts';
import { totalsByDay } from '../worklogs/totals.ts';
import { useWorklogsOfDays } from '../worklogs/use-worklogs-of-days.ts';

/** Everything that the month shows: its days’ totals, and its weeks with their state. */
export function useMonth(month: WallDate, activityTypeIds: readonly string[]) {
  const { settings } = useFormats();
  const { organization } = usePersonalSettings();
  const from = weekStart(monthStart(month), settings.weekRules.firstDay);
  const to = addDays(weekStart(monthEnd(month), settings.weekRules.firstDay), 6);
  const approvals = organization?.approvalsEnabled ?? false;
  const worklogs = useWorklogsOfDays(from, to);
  const weeks = useOwnWeeks(from, to, approvals);
  const totals = useMemo(() => {
    const counted = (worklogs.data ?? []).filter(
      ({ activityType }) => activityTypeIds.length === 0 || activityTypeIds.includes(activityType.id),
    );
    return totalsByDay(counted, settings.timeZone);
  }, [worklogs.data, activityTypeIds, settings.timeZone]);
  const activityTypes = useMemo(() => {
    const seen = new Map<string, Pick<ActivityType, 'id' | 'name' | 'color'>>();
    for (const { activityType } of worklogs.data ?? []) seen.set(activityType.id, activityType);
    return [...seen.values()].sort((a, b) => a.name.localeCompare(b.name));
  }, [worklogs.data]);
  return { worklogs, weeks, weeksKey: ownWeeksKey(from, to), totals, activityTypes };
}
