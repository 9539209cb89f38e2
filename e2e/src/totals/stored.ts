import { addDays, type WallDate, weekStart } from '@stint/domain';
import type { Ground, Run } from './ground.ts';

// What the database holds, added up by the database itself. Lengths are seconds.

type Totals = ReadonlyMap<WallDate, number>;

async function sumsByDay(ground: Ground, statement: string, values: unknown[]): Promise<Totals> {
  const { rows } = await ground.sql.query<{ day: WallDate; seconds: number }>(statement, values);
  return new Map(rows.map(({ day, seconds }) => [day, seconds]));
}

/** By the days that entries reach into, by the clock of their owner. */
export function byDayItReachesInto(ground: Ground, { person, zone, first, last }: Run): Promise<Totals> {
  return sumsByDay(
    ground,
    `select day::text, sum(extract(epoch from least(w.started_at + w.seconds * interval '1 second', ends) - greatest(w.started_at, begins)))::integer as seconds
     from (
       select d::date as day, d::date::timestamp at time zone $2 as begins, (d::date + 1)::timestamp at time zone $2 as ends
       from generate_series($3::timestamp, $4::timestamp, interval '1 day') d
     ) days
     join work_log w on w.started_at < ends and w.started_at + w.seconds * interval '1 second' > begins
     where w.person_id = $1 and w.deleted_at is null group by day`,
    [person.id, zone, first, last],
  );
}

/** By the day on which entries begin. */
export function byDayItBegins(ground: Ground, { person }: Run): Promise<Totals> {
  return sumsByDay(
    ground,
    `select local_started_at::date::text as day, sum(seconds)::integer as seconds from work_log
     where person_id = $1 and deleted_at is null group by 1`,
    [person.id],
  );
}

async function sumOf(ground: Ground, condition: string, values: unknown[]): Promise<number> {
  const statement = `select coalesce(sum(seconds), 0)::integer as seconds from work_log where deleted_at is null and ${condition}`;
  const { rows } = await ground.sql.query<{ seconds: number }>(statement, values);
  return rows[0]?.seconds ?? 0;
}

export const everything = (ground: Ground, { person }: Run) => sumOf(ground, 'person_id = $1', [person.id]);

/** On the items of the run’s iteration, begun on some days. */
export const ofItems = (ground: Ground, { items }: Run, from: WallDate, to: WallDate) =>
  sumOf(
    ground,
    'work_item_id = any ($1) and local_started_at >= $2::date and local_started_at < $3::date + 1',
    [items.slice(0, 2), from, to],
  );

/** Of all people, begun on some days. */
export const ofEveryone = (ground: Ground, from: WallDate, to: WallDate) =>
  sumOf(ground, 'local_started_at >= $1::date and local_started_at < $2::date + 1', [from, to]);

/** What was booked on the run’s budget, and what is left of it. */
export async function ofBudget(ground: Ground, { items }: Run, planned: number): Promise<number[]> {
  const tracked = await sumOf(ground, 'work_item_id = $1', [items[0]]);
  return [tracked, planned - tracked, planned - tracked];
}

/** By weeks, each named by its Monday; weeks without time are left out. */
export async function byWeek(ground: Ground, run: Run): Promise<(readonly [WallDate, number])[]> {
  const days = await byDayItBegins(ground, run);
  const mondays = [-7, 0, 7].map((offset) => weekStart(addDays(run.first, offset), 1));
  return mondays.flatMap((monday) => {
    const ofWeek = [...days].filter(([day]) => weekStart(day, 1) === monday);
    return ofWeek.length === 0
      ? []
      : [[monday, ofWeek.reduce((sum, [, seconds]) => sum + seconds, 0)] as const];
  });
}
