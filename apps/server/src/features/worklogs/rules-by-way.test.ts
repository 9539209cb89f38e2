import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, TestPerson } from '../../testing/test-server.ts';
import { addWorkItems } from '../work-items/testing.ts';
import { goodWish, useWorkLogs } from './testing/use-worklogs.ts';

const t = useWorkLogs();

/** A rule that is switched on, and what breaks it. */
interface Rule {
  name: string;
  settings: object;
  /** What makes a good worklog bad. */
  bad: object;
  code: string;
  status: number;
  /** What the message must name: the setting, or what would pass where there is none. */
  names: string;
  prepare?: (person: TestPerson) => Promise<unknown>;
  /** Whether it may be deleted although it breaks the rule. */
  keepsFromDeleting?: boolean;
  /** Whether only a new length is looked at, so that a deletion can be taken back. */
  isOfLength?: boolean;
}

const CLOSED = 10;
const OF_CLOSED_BUDGET = 11;

const rules: Rule[] = [
  {
    name: 'work item required',
    settings: { workItemRequired: true },
    bad: { workItemId: 0 },
    code: 'WorkItemIdOrCommentRequired',
    status: 422,
    names: 'setting workItemRequired',
  },
  {
    name: 'comment required',
    settings: { commentRequired: true },
    bad: { comment: '' },
    code: 'WorkItemIdOrCommentRequired',
    status: 422,
    names: 'setting commentRequired',
  },
  {
    name: 'activity type required',
    settings: { activityTypeRequired: true },
    bad: { activityTypeId: '' },
    code: 'DbValidationError',
    status: 409,
    names: 'setting activityTypeRequired',
  },
  {
    name: 'not beyond the present day',
    settings: { futureDays: 0 },
    bad: { timeStamp: '2026-03-12T08:00:00' },
    code: 'FutureCheckFailed',
    status: 422,
    names: 'setting futureDays',
  },
  {
    name: 'longest track',
    settings: { longestTrack: 3600 },
    bad: { length: 3601 },
    code: 'DbValidationError',
    status: 409,
    names: 'setting longestTrack',
    isOfLength: true,
  },
  {
    name: 'no overlap',
    settings: { noOverlap: true },
    bad: { timeStamp: '2026-03-10T08:30:00' },
    code: 'DbValidationError',
    status: 409,
    names: 'setting noOverlap',
    prepare: (person) => t.booked(person, { timeStamp: '2026-03-10T08:00:00', length: 3600 }),
  },
  {
    name: 'closed work item',
    settings: { closedWorkItemGraceHours: 24 },
    bad: { workItemId: CLOSED },
    code: 'DbValidationError',
    status: 409,
    names: 'setting closedWorkItemGraceHours',
  },
  {
    name: 'closed budget',
    settings: {},
    bad: { workItemId: OF_CLOSED_BUDGET },
    code: 'DbValidationError',
    status: 409,
    names: 'budget Release 1',
    prepare: () => closeBudget(true),
  },
  {
    name: 'submitted week',
    settings: {},
    bad: { timeStamp: '2026-03-08T08:00:00' },
    code: 'ApprovalStateFailed',
    status: 422,
    names: 'revoke its submission',
    prepare: (person) => t.week(person, '2026-03-02', { state: 1 }),
    keepsFromDeleting: true,
  },
  {
    name: 'week locked by hand',
    settings: {},
    bad: { timeStamp: '2026-03-02T00:00:00' },
    code: 'ApprovalStateFailed',
    status: 422,
    names: 'locked by an approval manager',
    prepare: (person) => t.week(person, '2026-03-02', { isLocked: true }),
    keepsFromDeleting: true,
  },
  {
    name: 'week locked by its age',
    settings: { lockAfterWeeks: 1 },
    bad: { timeStamp: '2026-03-01T23:59:59' },
    code: 'ApprovalStateFailed',
    status: 422,
    names: 'setting lockAfterWeeks',
    keepsFromDeleting: true,
  },
];

beforeAll(async () => {
  const { system } = t.stint.server.dependencies.database;
  const closed = { state_category: 'Completed', changed_at: '2026-03-01T00:00:00Z' };
  await addWorkItems(system, t.stint.organizationId, [
    { id: 1, title: 'Open' },
    { id: CLOSED, title: 'Closed', ...closed },
    { id: OF_CLOSED_BUDGET, title: 'Expensive' },
  ]);
  await sql`insert into budget (organization_id, id, name) values (${t.stint.organizationId}::uuid, gen_random_uuid(), 'Release 1')`.execute(
    system,
  );
  await sql`insert into work_item_budget (organization_id, work_item_id, budget_id, assignment_type)
    select organization_id, ${OF_CLOSED_BUDGET}, id, 2 from budget`.execute(system);
});

function closeBudget(isClosed: boolean): Promise<unknown> {
  return sql`update budget set is_closed = ${isClosed}`.execute(t.stint.server.dependencies.database.system);
}

/** A person, and rules that allow everything, in which `before` was done; then the rule is there. */
async function under<Result>(
  rule: Rule,
  before: (person: TestPerson) => Promise<Result>,
): Promise<{ person: TestPerson; done: Result }> {
  await t.rules({});
  await closeBudget(false);
  const person = await t.somebody();
  const done = await before(person);
  await rule.prepare?.(person);
  await t.rules(rule.settings);
  return { person, done };
}

function expectRefused({ status, body }: Answer, rule: Rule, within = ''): void {
  expect({ status, code: body['error']?.['errorCode'] }).toEqual({ status: rule.status, code: rule.code });
  expect(String(body['error']?.['message'])).toContain(within);
  expect(String(body['error']?.['message'])).toContain(rule.names);
}

const path = '/api/rest/workLogs';

describe.each(rules)('$name', (rule) => {
  test('refuses a new worklog that breaks it, and takes one that does not', async () => {
    const { person } = await under(rule, async () => undefined);
    expectRefused(await t.book(person, rule.bad), rule);
    expect((await t.book(person)).status).toBe(200);
  });

  test('refuses a batch as a whole, with or without writing, naming the bad index', async () => {
    const { person } = await under(rule, async () => undefined);
    const batch = [goodWish, { ...goodWish, timeStamp: '2026-03-10T15:00:00', ...rule.bad }];
    const only = await t.ask(person, 'POST', `${path}/batch?validateOnly=true`, batch);
    expectRefused(only, rule, '[1]');
    const written = await t.ask(person, 'POST', `${path}/batch`, batch);
    expectRefused(written, rule, '[1]');
    expect(written.body).toEqual(only.body);
    const { body } = await t.ask(person, 'GET', path);
    const comments = (body['data'] as unknown as { timestamp: string }[]).map(({ timestamp }) => timestamp);
    expect(comments).not.toContain('2026-03-10T13:00:00');
    expect((await t.ask(person, 'POST', `${path}/batch`, batch.slice(0, 1))).status).toBe(200);
  });

  test('refuses a change that breaks it, and takes one that does not', async () => {
    const { person, done: id } = await under(rule, (somebody) => t.booked(somebody));
    expectRefused(await t.ask(person, 'PATCH', `${path}/${id}`, rule.bad), rule);
    expect((await t.ask(person, 'PATCH', `${path}/${id}`, { length: 1900 })).status).toBe(200);
  });

  test('lets old worklogs that break it stay, and be deleted unless their week is locked', async () => {
    const { person, done: id } = await under(rule, (somebody) => t.booked(somebody, rule.bad));
    expect((await t.ask(person, 'GET', `${path}/${id}`)).status).toBe(200);
    const deleted = await t.ask(person, 'DELETE', `${path}/${id}`);
    if (rule.keepsFromDeleting) expectRefused(deleted, rule);
    else expect(deleted.status).toBe(200);
  });

  test('is obeyed when a deletion is taken back', async () => {
    const { person, done: ids } = await under(rule, async (somebody) => {
      const made = [await t.booked(somebody), await t.booked(somebody, rule.bad)];
      for (const id of made) await t.ask(somebody, 'DELETE', `${path}/${id}`);
      return made;
    });
    const [good, bad] = ids;
    expect((await t.ask(person, 'POST', `${path}/${good}/restore`)).status).toBe(200);
    const restored = await t.ask(person, 'POST', `${path}/${bad}/restore`);
    if (rule.isOfLength) expect(restored.status).toBe(200);
    else expectRefused(restored, rule);
  });
});
