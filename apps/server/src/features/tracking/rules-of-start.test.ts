import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addWorkItems } from '../work-items/testing.ts';
import { setRules, workLogsOf } from './testing/tracker.ts';
import { useTracking } from './testing/use-tracking.ts';

const t = useTracking();
const CLOSED = 10;
const OF_CLOSED_BUDGET = 11;
const NOT_SET = '00000000-0000-0000-0000-000000000000';
const REVIEW = '00000000-0000-7000-8000-00000000000a';

beforeAll(async () => {
  const { system } = t.stint.server.dependencies.database;
  const organization = t.stint.organizationId;
  await addWorkItems(system, organization, [
    { id: 1, title: 'Open' },
    { id: CLOSED, title: 'Closed', state_category: 'Completed', changed_at: '2026-03-01T00:00:00Z' },
    { id: OF_CLOSED_BUDGET, title: 'Expensive' },
  ]);
  await system
    .insertInto('activity_type')
    .values({ organization_id: organization, id: REVIEW, name: 'Review', color: '00ff00' })
    .execute();
  await sql`insert into budget (organization_id, id, name, is_closed)
    values (${organization}::uuid, gen_random_uuid(), 'Release 1', true)`.execute(system);
  await sql`insert into work_item_budget (organization_id, work_item_id, budget_id, assignment_type)
    select organization_id, ${OF_CLOSED_BUDGET}, id, 2 from budget`.execute(system);
});
beforeEach(() => setRules(t.stint, {}));

const start = (wish: object = {}) =>
  t.me.post('startTracking', { tfsId: 1, remark: 'x', activityTypeId: REVIEW, ...wish });

/** Locks the week of the MORNING, 2026-03-02, as approvals do. */
async function lockWeek(state: number): Promise<void> {
  await sql`insert into time_week (organization_id, id, person_id, week_start, week_end, state, modified_at)
    values (${t.stint.organizationId}::uuid, gen_random_uuid(), ${t.me.person.id}::uuid, '2026-03-02', '2026-03-08',
      ${state}, now())`.execute(t.stint.server.dependencies.database.system);
}

/** Books from `from` minutes after now on, negative for before. */
async function book(from: number, minutes: number): Promise<void> {
  const timestamp = new Date(t.now + from * 60_000).toISOString();
  const body = { timestamp, length: minutes * 60, workItemId: 1 };
  expect((await t.stint.ask(t.me.person, 'POST', '/api/rest/workLogs', body)).status).toBe(200);
}

describe('a start is refused with a message', () => {
  test.each([
    ['work item required', { workItemRequired: true }, { tfsId: 0 }, 'workItemRequired'],
    [
      'activity type required',
      { activityTypeRequired: true },
      { activityTypeId: '' },
      'activityTypeRequired',
    ],
    [
      '[Not Set] where one is required',
      { activityTypeRequired: true },
      { activityTypeId: NOT_SET },
      'activityTypeRequired',
    ],
    ['closed work item', { closedWorkItemGraceHours: 0 }, { tfsId: CLOSED }, 'closedWorkItemGraceHours'],
    ['closed budget', {}, { tfsId: OF_CLOSED_BUDGET }, 'budget Release 1'],
  ])('%s', async (_name, settings, wish, named) => {
    await setRules(t.stint, settings);
    const refused = await start(wish);
    expect(refused.trackSettings.responseState).toBe('Error');
    expect(refused.trackSettings.responseMessage).toContain(named);
    expect((await t.me.get('current')).track.trackingState).toBe('idle');
    expect((await start()).track.trackingState).toBe('tracking');
  });

  test('in a locked week', async () => {
    await lockWeek(1);
    const refused = await start();
    expect(refused.trackSettings).toMatchObject({ responseState: 'Error' });
    expect(refused.trackSettings.responseMessage).toContain('Submitted');
    expect(refused.track.trackingState).toBe('idle');
  });

  test.each([
    ['within', -30, 60, 'idle'],
    ['in the last minute of', -59, 60, 'tracking'],
    ['before the last minute of', -58.98, 60, 'idle'],
    ['at the beginning of', 0, 60, 'idle'],
    ['at the end of', -60, 60, 'tracking'],
    ['before', 1, 60, 'tracking'],
    ['days after the beginning of', -3 * 1440, 4 * 1440, 'idle'],
  ])('%s an entry, where none may overlap: %s to +%s minutes', async (_name, from, minutes, state) => {
    t.now = Math.ceil(t.now / 1000) * 1000;
    await setRules(t.stint, { noOverlap: true });
    await book(from, minutes);
    const answer = await start();
    expect(answer.track.trackingState).toBe(state);
    expect(answer.trackSettings.responseMessage ?? '').toContain(state === 'idle' ? 'setting noOverlap' : '');
  });
});

test('a refused start leaves the running track alone', async () => {
  await start({ remark: 'first' });
  await setRules(t.stint, { closedWorkItemGraceHours: 0 });
  t.now += 60_000;
  const refused = await start({ tfsId: CLOSED });
  expect(refused).toMatchObject({ track: { remark: 'first', trackingState: 'tracking' } });
  expect(await workLogsOf(t.stint, t.me.person)).toEqual([]);
});

test('a refused start still does what was due before', async () => {
  await setRules(t.stint, { longestTrack: 3600, closedWorkItemGraceHours: 0 });
  await start();
  t.now += 2 * 3_600_000;
  const refused = await start({ tfsId: CLOSED });
  expect(refused.trackSettings.responseState).toBe('Error');
  expect(refused.track.trackingState).toBe('clientInputRequired');
  expect(await workLogsOf(t.stint, t.me.person)).toMatchObject([{ seconds: 3600 }]);
});

test('a start ends the track before it, which is in nobody’s way', async () => {
  await setRules(t.stint, { noOverlap: true });
  await start({ remark: 'first' });
  t.now += 600_000;
  expect(await start({ remark: 'second' })).toMatchObject({
    track: { remark: 'second', trackingState: 'tracking' },
    trackSettings: { responseState: 'OK' },
  });
});

describe('rules that are switched on while a track runs', () => {
  const everything = {
    noOverlap: true,
    closedWorkItemGraceHours: 0,
    workItemRequired: true,
    commentRequired: true,
    activityTypeRequired: true,
    lockAfterWeeks: 1,
  };

  test('never keep its time from being booked', async () => {
    await t.me.post('startTracking', { tfsId: 0, remark: '', activityTypeId: '' });
    await setRules(t.stint, everything);
    await lockWeek(3);
    t.now += 600_000;
    await t.me.post('stopTracking');
    expect(await workLogsOf(t.stint, t.me.person)).toMatchObject([{ seconds: 600 }]);
  });

  test('let its remark change while its work item is closed, and the item change to an open one only', async () => {
    await start({ tfsId: CLOSED });
    await setRules(t.stint, everything);
    expect((await t.me.post('adjust', { remark: 'other' })).track.remark).toBe('other');
    for (const [wish, named] of [
      [{ tfsId: CLOSED }, 'closedWorkItemGraceHours'],
      [{ tfsId: OF_CLOSED_BUDGET }, 'Release 1'],
      [{ tfsId: 0 }, 'workItemRequired'],
      [{ activityTypeId: '' }, 'activityTypeRequired'],
    ] as const) {
      const refused = await t.me.post('adjust', wish);
      expect(refused.trackSettings.responseState).toBe('Error');
      expect(refused.trackSettings.responseMessage).toContain(named);
      expect(refused.track).toMatchObject({ tfsId: CLOSED, activityTypeId: REVIEW });
    }
    expect((await t.me.post('adjust', { tfsId: 1 })).track.tfsId).toBe(1);
  });
});

test('what may not be tracked is not selected', async () => {
  await setRules(t.stint, { closedWorkItemGraceHours: 0, activityTypeRequired: true });
  const select = (wish: object) => t.stint.ask(t.me.person, 'POST', '/api/tracking/client/selected', wish);
  expect((await select({ tfsId: 1 })).body).toMatchObject({ tfsId: 1 });
  expect((await select({ tfsId: CLOSED })).body).toMatchObject({ tfsId: 1 });
  expect((await select({ tfsId: 1, activityTypeId: NOT_SET })).body).toMatchObject({ tfsId: 1 });
});

test('a track is billable by default where the organization says so', async () => {
  await setRules(t.stint, { billableByDefault: true });
  await start();
  t.now += 60_000;
  await start({ isBillable: false });
  t.now += 60_000;
  await t.me.post('stopTracking');
  expect(await workLogsOf(t.stint, t.me.person)).toMatchObject([
    { is_billable: true, billable_seconds: 60 },
    { is_billable: false, billable_seconds: null },
  ]);
});
