import type { calls, QueryOf, Timesheet } from '@stint/contract';
import {
  addDays,
  daysBetween,
  may,
  maySeeWorklogsOf,
  type UserId,
  type WallDate,
  type Weekday,
  weekStart,
} from '@stint/domain';
import type { Asked } from '../../http/asked.ts';
import { readDay, todayIn } from '../../http/days.ts';
import { findPeople, type PersonWithZone } from '../../identity/find-person.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { timesheetOf } from './present.ts';
import { readTimesheet } from './store.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;
type Query = QueryOf<typeof calls.getTimesheet>;

const MOST_DAYS = 42;

/**
 * A person's work items by days, the caller's by default, as product.md says of Timesheet; `now` is epoch milliseconds. Without a range
 * this week by the person's clock. AccessDenied for time that the caller may not see, EntityNotFound for nobody.
 */
export async function timesheet(asking: Asking, query: Query, now: number): Promise<Timesheet> {
  const { db, organization } = asking;
  const person = await personOf(asking, query.$userId);
  const today = todayIn(person.timeZone, now);
  const { from, to } = rangeOf(asking, query, today);
  const found = await readTimesheet(db, {
    organizationId: organization.id,
    personId: person.id,
    names: [...new Set([person.uniqueName, person.email ?? person.uniqueName])].map((name) =>
      name.toLowerCase(),
    ),
    from,
    to,
    project: query.$project?.replaceAll('\0', '') ?? null,
    iterations: query.$iterations ?? false,
    mine: query.$mine ?? false,
    since: query.$weeks === undefined ? null : addDays(from, -7 * query.$weeks),
    parents: query.$parents ?? false,
  });
  const frame = {
    userId: person.id,
    from,
    to,
    today,
    zone: person.timeZone,
    look: organization.azureDevOps,
    showsBillable: person.id === asking.principal.id || may(asking.principal.role, 'seeBillable'),
  };
  return timesheetOf(frame, found);
}

async function personOf(
  { db, organization, principal }: Asking,
  id: string | undefined,
): Promise<PersonWithZone> {
  if (id === undefined || id === principal.id) return principal;
  const actor = { id: principal.id as UserId, role: principal.role };
  const privacy = { membersSeeOthers: organization.settings.membersSeeOthersTime };
  if (!maySeeWorklogsOf(actor, id as UserId, privacy))
    throw new Refusal(
      'AccessDenied',
      'The time of others is for the roles Product, Budget and Administrator.',
    );
  const person = (await findPeople(db, organization.id, [id])).get(id);
  if (!person) throw notFound('user', id);
  return person;
}

function rangeOf(
  { organization, principal }: Asking,
  { $from, $to }: Query,
  today: WallDate,
): { from: WallDate; to: WallDate } {
  const read = (name: string, text: string | undefined) =>
    text === undefined ? null : readDay(name, text, principal.timeZone, 'option');
  const [first, last] = [read('$from', $from), read('$to', $to)];
  const week = weekStart(first ?? last ?? today, organization.settings.firstDayOfWeek as Weekday);
  const from = first ?? week;
  const to = last ?? (first === null ? addDays(week, 6) : addDays(first, 6));
  const days = daysBetween(from, to) + 1;
  if (days >= 1 && days <= MOST_DAYS) return { from, to };
  throw new Refusal(
    'ApiVersionError',
    `$from and $to: ${from} to ${to} must be at least a day and at most ${MOST_DAYS} days.`,
  );
}
