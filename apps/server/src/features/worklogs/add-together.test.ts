import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { TestPerson } from '../../testing/test-server.ts';
import { useWorkLogs } from './testing/use-worklogs.ts';

const t = useWorkLogs();
let people: TestPerson[] = [];

beforeAll(async () => {
  people = await Promise.all(Array.from({ length: 12 }, () => t.somebody()));
});

/** How many statements have written the worklogs with this comment; the transaction stands for the statement. */
async function writtenIn(comment: string) {
  const { rows } = await sql<{ worklogs: number; transactions: number; notes: number }>`
    select count(*)::integer as worklogs, count(distinct work_log.xmin::text)::integer as transactions,
      count(distinct audit_log.id)::integer as notes
    from work_log left join audit_log on audit_log.entity_id = work_log.id::text
    where comment = ${comment}`.execute(t.stint.server.dependencies.database.system);
  return rows[0];
}

describe.each([false, true])('worklogs that arrive together, with no overlap: %s', (noOverlap) => {
  beforeAll(() => t.rules({ noOverlap }));
  const day = noOverlap ? '2026-03-09' : '2026-03-10';

  test('are written together, each with its own audit row', async () => {
    const comment = `Together ${noOverlap}`;
    const answers = await Promise.all(
      people.map((person) => t.book(person, { comment, timeStamp: `${day}T08:00:00` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
    const written = await writtenIn(comment);
    expect(written).toMatchObject({ worklogs: 12, notes: 12 });
    expect(written?.transactions).toBeLessThan(12);
  });

  test('are refused each for itself', async () => {
    const [locked, closed] = people;
    if (!locked || !closed) throw new Error('no people');
    await t.week(locked, '2026-03-02', { state: 1 });
    const comment = `Refused ${noOverlap}`;
    const answers = await Promise.all(
      people.map((person) =>
        t.book(person, { comment, timeStamp: `2026-03-0${noOverlap ? 4 : 5}T08:00:00` }),
      ),
    );
    expect(answers.map(({ status }) => status === 200)).toEqual(people.map((person) => person !== locked));
    expect(await writtenIn(comment)).toMatchObject({ worklogs: 11, notes: 11 });
  });

  test('with one id of several people go to one of them, and the others are told', async () => {
    const comment = `One id ${noOverlap}`;
    const id = uuid();
    const answers = await Promise.all(
      people.map((person) => t.book(person, { id, comment, timeStamp: `${day}T10:00:00` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await writtenIn(comment)).toMatchObject({ worklogs: 1, notes: 1 });
  });

  test('of one person that overlap are judged one after the other', async () => {
    const comment = `Overlap ${noOverlap}`;
    const [person] = people;
    if (!person) throw new Error('no people');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => t.book(person, { comment, timeStamp: `${day}T12:00:00` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(noOverlap ? 1 : 8);
  });
});
