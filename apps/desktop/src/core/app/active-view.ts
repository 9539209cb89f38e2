import { type Instant, instant, startOfDay, toInstant } from '@stint/domain';
import { daysOf, type HistoryDay, runningSince, todayOf } from '../history/days.ts';
import { knownWorklogs, withPending } from '../history/worklogs.ts';
import type { OrganizationState } from '../organizations/organization.ts';
import type { ActiveView, DayView, RunView } from './view.ts';

/** How many cards the history shows. */
const CARDS = 20;
/** How many worklogs are added up: more than anybody has in the days of the cards. */
const COUNTED = 200;

/** What the window shows of an organization. */
export function activeView(id: string, state: OrganizationState, now: Instant): ActiveView {
  const { copy, presence } = state;
  const { track, zone, rules } = copy;
  const workItems = new Map(copy.workItems.map((each) => [each.id, each]));
  const worklogs = withPending(knownWorklogs(copy.worklogs, workItems, zone), state.pending, zone);
  const days = daysOf(worklogs.slice(0, COUNTED), zone);
  const date = todayOf(now, zone);
  const today = days.find((each) => each.date === date) ?? null;
  const midnight = toInstant(startOfDay(date), zone);
  return {
    id,
    zone,
    today: date,
    run: runView(state, now),
    days: firstCards(days),
    todayParts: (today?.entries ?? []).map(({ startedAt, length }) => {
      const from = (startedAt - midnight) / 1000;
      return { from, to: from + length };
    }),
    bookedToday: today?.total ?? 0,
    connection: state.connection,
    waiting: state.waiting,
    conflicts: state.conflicts.map((conflict) => ({ id: conflict.change.id, conflict })),
    question: presence.kind === 'asked' ? { from: presence.from, until: presence.until } : null,
    activityCheck: track?.answerBy != null && state.run ? { answerBy: track.answerBy } : null,
    stopped: state.run === null ? (track?.stopped ?? null) : null,
    isReminder: state.run === null && track?.isReminder === true,
    notice: state.notice,
    rules,
    activityTypes: track?.activityTypes ?? [],
    areActivityTypesUsed: track?.areActivityTypesUsed ?? false,
    defaultActivityTypeId: track?.defaultActivityTypeId ?? '',
  };
}

function runView({ run, copy }: OrganizationState, now: Instant): RunView | null {
  if (run === null) return null;
  const isServers = copy.track?.run?.workLogId === run.workLogId;
  return {
    subject: run.subject,
    since: run.since,
    todaySince: runningSince(run, instant(Math.max(now, run.startedAt)), copy.zone),
    startedAt: run.startedAt,
    totalOnItem: isServers ? (copy.track?.totalOnItem ?? null) : null,
  };
}

/** The first cards of all, by day; a day's total is of all its entries. */
function firstCards(days: readonly HistoryDay[]): DayView[] {
  let left = CARDS;
  return days.flatMap(({ date, total, entries }) => {
    const shown = entries.slice(0, left).map(({ worklog, from, to, length }) => {
      const { id, fields, workItem, isEditable, isPending } = worklog;
      return { key: `${id} ${date}`, id, fields, workItem, from, to, length, isEditable, isPending };
    });
    left -= shown.length;
    return shown.length === 0 ? [] : [{ date, total, entries: shown }];
  });
}
