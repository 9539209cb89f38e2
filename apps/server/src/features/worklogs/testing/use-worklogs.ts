import { sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { type Answer, type TestPerson, type TestServer, testServer } from '../../../testing/test-server.ts';
import { setRules } from '../../tracking/testing/tracker.ts';

/** Wednesday, 2026-03-11 10:00 in Berlin. */
export const NOW = Date.parse('2026-03-11T09:00:00Z');

/** An activity type that is not [Not Set]. */
export const REVIEW = '00000000-0000-7000-8000-00000000000a';

/** What the tests of the rules of worklogs work with. */
export interface WorkLogTest {
  stint: TestServer;
  /** The server's clock, epoch milliseconds. */
  now: number;
  /** The organization's settings; all others have their defaults. */
  rules(settings: object): Promise<void>;
  /** One more person of the organization, with the role Team. */
  somebody(): Promise<TestPerson>;
  /** POST workLogs: half an hour on work item 1 with everything that a rule could ask for, unless the wish says otherwise. */
  book(person: TestPerson, wish?: object): Promise<Answer>;
  /** The same, and answers the worklog's id. */
  booked(person: TestPerson, wish?: object): Promise<string>;
  ask: TestServer['ask'];
  /** Writes a week as approvals do, `start` as `YYYY-MM-DD`. */
  week(person: TestPerson, start: string, week: { state?: number; isLocked?: boolean | null }): Promise<void>;
}

export const goodWish = {
  timeStamp: '2026-03-10T13:00:00',
  length: 1800,
  workItemId: 1,
  comment: 'Reviewed',
  activityTypeId: REVIEW,
};

/** Sets a server with a movable clock up for the tests of a file. */
export function useWorkLogs(): WorkLogTest {
  let people = 0;
  const t = {
    now: NOW,
    rules: (settings) => setRules(t.stint, settings),
    somebody,
    book,
    booked,
    week,
  } as WorkLogTest;

  function somebody(): Promise<TestPerson> {
    people += 1;
    return t.stint.addPerson(t.stint.organizationId, `person${people}`, 'Team');
  }

  function book(person: TestPerson, wish: object = {}): Promise<Answer> {
    return t.stint.ask(person, 'POST', '/api/rest/workLogs', { ...goodWish, ...wish });
  }

  async function booked(person: TestPerson, wish: object = {}): Promise<string> {
    const { status, body } = await book(person, wish);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return String(body['data']?.['id']);
  }

  async function week(
    person: TestPerson,
    start: string,
    { state = 0, isLocked = null }: { state?: number; isLocked?: boolean | null },
  ): Promise<void> {
    await sql`
      insert into time_week (organization_id, id, person_id, week_start, week_end, state, is_locked, modified_at)
      values (${person.organizationId}::uuid, gen_random_uuid(), ${person.id}::uuid, ${start}::date, ${start}::date + 6,
        ${state}, ${isLocked}, now())
      on conflict (organization_id, person_id, week_start)
        do update set state = excluded.state, is_locked = excluded.is_locked`.execute(
      t.stint.server.dependencies.database.system,
    );
  }

  beforeAll(async () => {
    t.stint = await testServer({ clock: () => t.now });
    t.ask = (...request) => t.stint.ask(...request);
    await t.stint.server.dependencies.database.system
      .insertInto('activity_type')
      .values({ organization_id: t.stint.organizationId, id: REVIEW, name: 'Review', color: '00ff00' })
      .execute();
  });
  afterAll(() => t.stint.close());
  return t;
}
