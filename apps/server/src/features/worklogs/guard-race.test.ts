import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json, TestPerson } from '../../testing/test-server.ts';
import { goodWish, useWorkLogs } from './testing/use-worklogs.ts';

const t = useWorkLogs();
const WRITERS = 50;
const path = '/api/rest/workLogs';
let address = '';
let people: TestPerson[] = [];
let me: TestPerson;

beforeAll(async () => {
  await t.stint.server.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(t.stint.server.app.server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  people = await Promise.all(Array.from({ length: 4 }, () => t.somebody()));
  me = await t.somebody();
  people.push(me);
});

const administrator = () => t.stint.people.administrator;

/** A request over a connection of its own. */
async function send(
  person: TestPerson,
  method: string,
  to: string,
  body?: unknown,
): Promise<{ status: number; body: Json }> {
  const answer = await fetch(`${address}${to}?api-version=3.2`, {
    method,
    headers: {
      authorization: `Bearer ${person.token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Json };
}

/** How many answers have each status. */
async function statuses(answers: readonly Promise<{ status: number }>[]): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { status } of await Promise.all(answers)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const times = <Result>(work: (index: number) => Result) =>
  Array.from({ length: WRITERS }, (_, index) => work(index));
const minute = (number: number) =>
  new Date(Date.UTC(2026, 2, 10) + number * 60_000).toISOString().slice(0, 19);

/** Pairs of entries of one person that share more than a minute. */
async function overlapping(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from work_log a join work_log b on a.person_id = b.person_id and a.id < b.id
    where a.deleted_at is null and b.deleted_at is null and a.has_clock_time and b.has_clock_time
      and least(a.started_at + a.seconds * interval '1 second', b.started_at + b.seconds * interval '1 second')
        - greatest(a.started_at, b.started_at) > interval '1 minute'
      and a.person_id = any(${people.map(({ id }) => id)}::uuid[])`.execute(
    t.stint.server.dependencies.database.system,
  );
  return rows[0]?.count ?? -1;
}

describe('where entries may not overlap, of 50 writers at the same moment', () => {
  beforeAll(() => t.rules({ noOverlap: true, othersTimeEditor: 'Team' }));

  test('exactly one of identical worklogs wins', async () => {
    expect(await statuses(times(() => send(me, 'POST', path, goodWish)))).toEqual({
      200: 1,
      409: WRITERS - 1,
    });
    expect(await overlapping()).toBe(0);
  });

  test('all of adjacent worklogs win', async () => {
    const one = (index: number) => ({ ...goodWish, timeStamp: minute(index * 10), length: 600 });
    expect(await statuses(times((index) => send(me, 'POST', path, one(index))))).toEqual({ 200: WRITERS });
  });

  test('batches of several people in different orders wait for each other, not in a circle', async () => {
    const batch = (index: number) => {
      const order = index % 2 ? people : people.toReversed();
      const turned = [...order.slice(index % 5), ...order.slice(0, index % 5)];
      return turned.map(({ id }) => ({
        ...goodWish,
        userId: id,
        timeStamp: minute((index % 5) * 60),
        length: 3600,
      }));
    };
    const counts = await statuses(
      times((index) => send(administrator(), 'POST', `${path}/batch`, batch(index))),
    );
    expect(counts).toEqual({ 200: 5, 409: WRITERS - 5 });
    expect(await overlapping()).toBe(0);
  });

  test('changes of owner and time, deletions and new worklogs cross', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const person = people[index % people.length];
      if (person) ids.push(await t.booked(person, { timeStamp: minute(index * 60), length: 3600 }));
    }
    const act = (index: number) => {
      const id = ids[index % ids.length];
      const userId = people[(index * 3 + 1) % people.length]?.id;
      if (index % 10 === 9) return send(administrator(), 'DELETE', `${path}/${id}`);
      if (index % 10 === 8) return send(administrator(), 'POST', `${path}/${id}/restore`);
      if (index % 3 === 0)
        return send(administrator(), 'POST', path, { ...goodWish, userId, timeStamp: minute(index * 15) });
      const change = index % 2 ? { userId } : { timeStamp: minute((index % 24) * 30), length: 5400 };
      return send(administrator(), 'PATCH', `${path}/${id}`, change);
    };
    for (let round = 0; round < 4; round += 1) {
      const counts = await statuses(times((index) => act(index + round)));
      expect(Object.keys(counts).filter((status) => !['200', '404', '409'].includes(status))).toEqual([]);
    }
    expect(await overlapping()).toBe(0);
  });

  test('starts and worklogs of one person cross', async () => {
    const local = '2026-03-11T09:30:00';
    const act = (index: number) =>
      index % 2
        ? send(me, 'POST', path, { ...goodWish, timeStamp: local, length: 3600 })
        : send(me, 'POST', '/api/tracking/client/startTracking', { tfsId: 1 + index, remark: 'x' });
    const answers = await Promise.all(times(act));
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual(
      [],
    );
    const isBooked = answers.some(({ status }, index) => index % 2 === 1 && status === 200);
    const isRunning = answers.some(
      ({ body }, index) => index % 2 === 0 && (body['trackSettings']?.['responseState'] as unknown) === 'OK',
    );
    expect(isBooked || isRunning).toBe(true);
    expect(await overlapping()).toBe(0);
  });
});

describe('a week that is submitted while 50 writers write into it', () => {
  beforeAll(() => t.rules({}));

  test('holds exactly what was seen when it was submitted', async () => {
    for (const person of people) {
      const writing = Promise.all(
        times((index) => send(person, 'POST', path, { ...goodWish, timeStamp: minute(index), length: 60 })),
      );
      const seen = await submit(person);
      const answers = await writing;
      const booked = answers.filter(({ status }) => status === 200).length;
      expect(
        answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 422),
      ).toEqual([]);
      expect({ booked, seen: await booksOf(person) }).toEqual({ booked: seen, seen });
    }
  });

  test('changes and deletions are told, too', async () => {
    for (const person of people) {
      const ids = await Promise.all(
        times((index) => t.booked(person, { timeStamp: minute(index), length: 60 })),
      );
      const writing = Promise.all(
        ids.map((id, index) =>
          index % 2
            ? send(person, 'DELETE', `${path}/${id}`)
            : send(person, 'PATCH', `${path}/${id}`, { timeStamp: '2026-03-04T08:00:00' }),
        ),
      );
      const seen = await submit(person);
      const answers = await writing;
      const left = answers.filter(({ status }) => status === 422).length;
      expect({ left, seen: await booksOf(person) }).toEqual({ left: seen, seen });
    }
  });

  /** Submits the week of 2026-03-09 under the person's lock, as approvals do; answers how many worklogs were in it. */
  function submit(person: TestPerson): Promise<number> {
    return t.stint.server.dependencies.database.system.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(time_lock_key(${person.organizationId}::uuid, ${person.id}::uuid))`.execute(
        transaction,
      );
      const { rows } = await countWorkLogs(person).execute(transaction);
      await sql`insert into time_week (organization_id, id, person_id, week_start, week_end, state, modified_at)
        values (${person.organizationId}::uuid, gen_random_uuid(), ${person.id}::uuid, '2026-03-09', '2026-03-15', 1, now())`.execute(
        transaction,
      );
      return rows[0]?.count ?? -1;
    });
  }

  async function booksOf(person: TestPerson): Promise<number> {
    const { rows } = await countWorkLogs(person).execute(t.stint.server.dependencies.database.system);
    return rows[0]?.count ?? -1;
  }

  const countWorkLogs = ({ id }: TestPerson) =>
    sql<{ count: number }>`select count(*)::integer as count from work_log
      where person_id = ${id}::uuid and deleted_at is null and local_started_at >= '2026-03-09'`;
});
