import { type Client, createClient } from '@stint/client';
import { calls, type NewWorkLog } from '@stint/contract';
import { addDays, type WallDate } from '@stint/domain';
import { type TestPerson, type TestServer, testServer } from '@stint/server/testing';
import * as fc from 'fast-check';
import pg from 'pg';

/** Weeks in which clocks change, by an hour, by half an hour, at night and at midnight, and one in which they do not. */
export const STRETCHES = [
  { zone: 'Europe/Berlin', monday: '2026-03-23' },
  { zone: 'Europe/Berlin', monday: '2026-10-19' },
  { zone: 'America/New_York', monday: '2026-10-26' },
  { zone: 'Australia/Lord_Howe', monday: '2026-03-30' },
  { zone: 'America/Santiago', monday: '2026-08-31' },
  { zone: 'Asia/Kathmandu', monday: '2026-06-15' },
] as const;

const NOW = Date.parse('2026-11-29T12:00:00Z');
const DAY_SECONDS = 86_400;

/** When something is booked, in seconds since midnight of the day before the week; for how long; on which item of the run, if any. */
export const booking = fc.record({
  from: fc.integer({ min: 0, max: 9 * DAY_SECONDS - 1 }),
  length: fc.oneof(fc.integer({ min: 1, max: 4 * 3600 }), fc.integer({ min: 1, max: 30 * 3600 })),
  item: fc.constantFrom(null, 0, 1, 2),
  isBillable: fc.boolean(),
});
type Booking = typeof booking extends fc.Arbitrary<infer Value> ? Value : never;

/** One person with a week of time, items of their own, an iteration that holds the first two, and a budget on the first. */
export interface Run {
  readonly zone: string;
  readonly person: TestPerson;
  readonly client: Client;
  readonly ofBudgets: Client;
  readonly ofManager: Client;
  readonly odata: <Row>(address: string) => Promise<Row[]>;
  readonly items: readonly [number, number, number];
  readonly iterationPath: string;
  readonly budgetId: string;
  /** Monday to Sunday. */
  readonly days: readonly WallDate[];
  readonly first: WallDate;
  readonly friday: WallDate;
  readonly last: WallDate;
}

export interface Ground {
  readonly sql: pg.Client;
  readonly run: (stretch: (typeof STRETCHES)[number], bookings: readonly Booking[]) => Promise<Run>;
  readonly close: () => Promise<void>;
}

/** A server with an empty organization, and a way to fill it. */
export async function openGround(): Promise<Ground> {
  const at = await testServer({ clock: () => NOW });
  const url = await at.server.app.listen({ port: 0, host: '127.0.0.1' });
  const sql = new pg.Client(at.database.config);
  await sql.connect();
  let runs = 0;
  const clientOf = ({ token }: TestPerson) =>
    createClient({ baseUrl: url, version: '3.2', authorization: () => `Bearer ${token}` });

  return {
    sql,
    run: async ({ zone, monday }, bookings) => {
      runs += 1;
      const person = await at.addPerson(at.organizationId, `person${runs}`, 'Product');
      await sql.query('update person set time_zone = $1 where id = $2', [zone, person.id]);
      const first = monday as WallDate;
      const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(first, offset));
      const [friday, last] = [addDays(first, 4), addDays(first, 6)];
      const items = [runs * 10, runs * 10 + 1, runs * 10 + 2] as const;
      const iterationPath = `Atlas\\Run ${runs}`;
      await addItems(at, sql, items, iterationPath, [first, friday]);
      const ofBudgets = clientOf(at.people.budget);
      const body = { name: `Run ${runs}`, plannedLength: 360_000 };
      const { id: budgetId } = await ofBudgets.call(calls.addBudget, { body });
      await ofBudgets.call(calls.addBudgetAssignment, {
        params: { id: budgetId },
        body: { workItemId: items[0] },
      });
      const client = clientOf(person);
      await client.call(calls.addWorkLogs, { body: bookings.map((each) => wishOf(each, first, items)) });
      return {
        zone,
        person,
        client,
        ofBudgets,
        ofManager: clientOf(at.people.manager),
        odata: (address) => readOData(`${url}/api/odata/v3.2/${address}`, person.token),
        items,
        iterationPath,
        budgetId,
        days,
        first,
        friday,
        last,
      };
    },
    close: async () => {
      await sql.end();
      await at.close();
    },
  };
}

function wishOf(
  { from, length, item, isBillable }: Booking,
  monday: WallDate,
  items: Run['items'],
): NewWorkLog {
  const date = addDays(monday, Math.floor(from / DAY_SECONDS) - 1);
  const clock = new Date((from % DAY_SECONDS) * 1000).toISOString().slice(11, 19);
  return {
    timestamp: `${date}T${clock}`,
    length,
    comment: 'x',
    ...(isBillable && { billableLength: length }),
    ...(item !== null && { workItemId: items[item] }),
  };
}

async function addItems(
  { organizationId }: TestServer,
  sql: pg.Client,
  items: Run['items'],
  iterationPath: string,
  [start, finish]: readonly [WallDate, WallDate],
): Promise<void> {
  await sql.query(
    `insert into work_item (organization_id, id, revision, type, title, state, state_category, project, created_at, changed_at, fields,
       iteration_path)
     select $1, id, 1, 'Task', 'Item', 'Active', 'InProgress', 'Atlas', now(), now(), '{}', case when id <> $3 then $4 end
     from unnest($2::integer[]) id`,
    [organizationId, items, items[2], iterationPath],
  );
  await sql.query(
    `insert into iteration (organization_id, path, project, start_date, finish_date) values ($1, $2, 'Atlas', $3, $4)`,
    [organizationId, iterationPath, start, finish],
  );
}

async function readOData<Row>(address: string, token: string): Promise<Row[]> {
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { value: Row[] }).value;
}
