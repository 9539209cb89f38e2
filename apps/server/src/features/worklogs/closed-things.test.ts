import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestPerson } from '../../testing/test-server.ts';
import { addWorkItems } from '../work-items/testing.ts';
import { NOW, useWorkLogs } from './testing/use-worklogs.ts';

const t = useWorkLogs();
const path = '/api/rest/workLogs';
const HOUR = 3_600_000;
const before = (milliseconds: number) => new Date(NOW - milliseconds).toISOString();
let me: TestPerson;

beforeEach(async () => {
  me = await t.somebody();
});

describe('a work item that was closed, with a grace of two hours', () => {
  const done = { state_category: 'Completed', title: 'Done', changed_at: before(0) };
  const fields = (values: Record<string, string>) => JSON.stringify(values);
  const closed = (at: string) => fields({ 'Microsoft.VSTS.Common.ClosedDate': at });
  const items = [
    { id: 20, ...done, fields: closed(before(2 * HOUR)), status: 409 },
    { id: 21, ...done, fields: closed(before(2 * HOUR - 1)), status: 200 },
    { id: 22, ...done, state_category: 'Removed', fields: closed(before(2 * HOUR)), status: 409 },
    { id: 23, ...done, state_category: 'Resolved', fields: closed(before(9 * HOUR)), status: 200 },
    {
      id: 24,
      ...done,
      fields: fields({ 'Microsoft.VSTS.Common.StateChangeDate': before(2 * HOUR) }),
      status: 409,
    },
    {
      id: 25,
      ...done,
      fields: fields({
        'Microsoft.VSTS.Common.ClosedDate': before(HOUR),
        'Microsoft.VSTS.Common.StateChangeDate': before(9 * HOUR),
      }),
      status: 200,
    },
    { id: 26, ...done, changed_at: before(2 * HOUR), status: 409 },
    { id: 27, ...done, changed_at: before(HOUR), fields: closed('yesterday'), status: 200 },
    { id: 28, ...done, state_category: 'InProgress', changed_at: before(9 * HOUR), status: 200 },
  ];

  beforeAll(async () => {
    const { system } = t.stint.server.dependencies.database;
    for (const { status, ...item } of items) {
      expect([200, 409]).toContain(status);
      await addWorkItems(system, t.stint.organizationId, [item]);
    }
  });

  test.each(items.map((item) => [item.id, item]))('%s', async (workItemId, { status }) => {
    await t.rules({ closedWorkItemGraceHours: 2 });
    expect((await t.book(me, { workItemId })).status).toBe(status);
    await t.rules({});
    expect((await t.book(me, { workItemId })).status).toBe(200);
  });

  test('an item that our copy does not know may be closed or not, and takes time', async () => {
    await t.rules({ closedWorkItemGraceHours: 0 });
    expect((await t.book(me, { workItemId: 999 })).status).toBe(200);
    expect((await t.book(me, { workItemId: 21 })).status).toBe(409);
  });
});

describe('a closed budget', () => {
  const [BUDGET, OTHER] = ['018f0000-0000-7000-8000-00000000000b', '018f0000-0000-7000-8000-00000000000c'];

  beforeAll(async () => {
    await t.rules({});
    const { system } = t.stint.server.dependencies.database;
    const organization = t.stint.organizationId;
    await sql`insert into budget (organization_id, id, name) values (${organization}::uuid, ${BUDGET}::uuid, 'Closed one'),
      (${organization}::uuid, ${OTHER}::uuid, 'Open one')`.execute(system);
    await sql`insert into work_item_budget (organization_id, work_item_id, budget_id, assignment_type)
      values (${organization}::uuid, 30, ${BUDGET}::uuid, 2), (${organization}::uuid, 31, ${OTHER}::uuid, 2)`.execute(
      system,
    );
  });
  beforeEach(() => close(false));

  const close = (isClosed: boolean) =>
    sql`update budget set is_closed = ${isClosed} where id = ${BUDGET}::uuid`.execute(
      t.stint.server.dependencies.database.system,
    );

  const attach = (workLogId: string, budgetId: string, isExclusion: boolean) =>
    sql`insert into budget_assignment (organization_id, id, budget_id, work_log_id, is_exclusion)
      values (${t.stint.organizationId}::uuid, gen_random_uuid(), ${budgetId}::uuid, ${workLogId}::uuid, ${isExclusion})`.execute(
      t.stint.server.dependencies.database.system,
    );

  const change = async (id: string, wish: object) => (await t.ask(me, 'PATCH', `${path}/${id}`, wish)).status;

  test('takes no new time and no more time, and gives time back', async () => {
    const id = await t.booked(me, { workItemId: 30, length: 3600 });
    await close(true);
    expect((await t.book(me, { workItemId: 30 })).status).toBe(409);
    expect(await change(id, { length: 3601 })).toBe(409);
    expect(await change(id, { length: 3600, comment: 'the same' })).toBe(200);
    expect(await change(id, { length: 3599 })).toBe(200);
    expect(await change(id, { workItemId: 31 })).toBe(200);
    expect(await change(id, { workItemId: 30 })).toBe(409);
    expect((await t.ask(me, 'DELETE', `${path}/${id}`)).status).toBe(200);
    expect((await t.ask(me, 'POST', `${path}/${id}/restore`)).status).toBe(200);
  });

  test('counts where it is attached to the worklog itself, and not where it is excluded there', async () => {
    const attached = await t.booked(me, { workItemId: 31, length: 3600 });
    const excluded = await t.booked(me, { workItemId: 30, length: 3600 });
    const elsewhere = await t.booked(me, { workItemId: 30, length: 3600 });
    await attach(attached, BUDGET, false);
    await attach(excluded, BUDGET, true);
    await attach(elsewhere, OTHER, false);
    await close(true);
    expect(await change(attached, { length: 7200 })).toBe(409);
    expect(await change(excluded, { length: 7200 })).toBe(200);
    expect(await change(elsewhere, { length: 7200 })).toBe(200);
  });
});
