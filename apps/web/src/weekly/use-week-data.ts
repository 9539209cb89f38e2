import { calls, type CalendarEvents } from '@stint/contract';
import { addDays, type WallDate, weekStart } from '@stint/domain';
import { useFormats } from '@stint/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { ownWeeksKey, useOwnWeeks } from '../weeks/use-weeks.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import { entriesOf } from './entry.ts';

/** An entry belongs to the days it reaches into; none is thought to be longer than this. */
const LONGEST_DAYS = 7;
const FIVE_MINUTES = 300_000;
const NO_EVENTS: CalendarEvents = { events: [], faults: [] };

/** Everything that the calendar shows of some days: one’s own entries with their work items, events, and the state of the weeks. */
export function useWeekData(from: WallDate, to: WallDate) {
  const client = useClient();
  const { settings } = useFormats();
  const { organization } = usePersonalSettings();
  const { firstDay } = settings.weekRules;
  const first = weekStart(from, firstDay);
  const last = addDays(weekStart(to, firstDay), 6);
  const range = { $from: addDays(first, -LONGEST_DAYS), $to: last };
  const entries = useQuery({
    queryKey: [...WORKLOGS_KEY, 'week', range],
    queryFn: async ({ signal }) => entriesOf(await client.call(calls.getTimesheet, { query: range, signal })),
    placeholderData: keepPreviousData,
  });
  const events = useQuery({
    queryKey: ['calendar-events', first, last],
    queryFn: ({ signal }) =>
      client.call(calls.listCalendarEvents, { query: { $from: first, $to: last }, signal }),
    staleTime: FIVE_MINUTES,
  });
  const weeks = useOwnWeeks(first, last, organization?.approvalsEnabled ?? false);
  return {
    entries,
    /** They stand beside one’s time; that they cannot be had keeps nobody from booking. */
    events: events.data ?? NO_EVENTS,
    weeks: weeks.data ?? [],
    weeksKey: ownWeeksKey(first, last),
    goal: organization?.reminderWeeklyLength ?? null,
  };
}
