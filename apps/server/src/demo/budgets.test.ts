import { openDatabase, silentLog } from '@stint/postgres';
import { testDatabase } from '@stint/postgres/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tables } from '../database/tables.ts';
import { budgetIds, type BudgetWithSums, readBudgets } from '../features/budgets/store.ts';
import { migrationsFolder } from '../testing/test-server.ts';
import { makeDemo } from './make-demo.ts';

const close: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const each of close) await each();
});

async function demo(now: string) {
  const database = await testDatabase(migrationsFolder);
  const db = openDatabase<Tables>(database.config, { log: silentLog });
  close.push(async () => {
    await db.close();
    await database.drop();
  });
  const organizationId = (await makeDemo(db, { seed: 1, now: Date.parse(now) }))?.organizationId ?? '';
  return { system: db.system, organizationId };
}

let at: Awaited<ReturnType<typeof demo>>;
let budgets: BudgetWithSums[];
beforeAll(async () => {
  at = await demo('2026-03-04T23:20:00Z');
  budgets = await readBudgets(
    at.system,
    at.organizationId,
    await budgetIds(at.system, at.organizationId, 'all'),
  );
});

describe('the demo’s budgets', () => {
  test('are near 50, 75, 90 and over 100 percent; one is closed', () => {
    const shown = budgets.map(({ name, isClosed, planned, tracked }) => [
      name,
      isClosed ? 'closed' : 'open',
      Math.round((tracked * 20) / planned) * 5,
    ]);
    expect(shown).toEqual([
      ['Atlas: A new page for uploads', 'open', 110],
      ['Atlas: File transfer that never loses data', 'open', 90],
      ['Atlas: Single sign-on', 'open', 50],
      ['Borealis fixed price', 'closed', 95],
      ['Borealis support', 'open', 35],
      ['Borealis: Offline mode', 'open', 75],
    ]);
    for (const { planned } of budgets) expect(planned % 3600).toBe(0);
  });

  test('have reached their thresholds before, come from epics and iterations, and leave one feature out', async () => {
    const { system } = at;
    const reached = await system
      .selectFrom('budget')
      .select('reached_threshold as percent')
      .orderBy('name')
      .execute();
    expect(reached.map(({ percent }) => percent)).toEqual([100, 90, 50, 90, 0, 75]);
    const kinds = await system
      .selectFrom('work_item_budget')
      .select('assignment_type as kind')
      .distinct()
      .execute();
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set([2, 3, 4]));
    const excluded = await system
      .selectFrom('budget_assignment')
      .select('id')
      .where('is_exclusion', '=', true)
      .execute();
    expect(excluded).toHaveLength(1);
  });

  test('are planned the same at any time of a day', async () => {
    const earlier = await demo('2026-03-04T08:00:00Z');
    const plans = ({ system }: typeof at) =>
      system.selectFrom('budget').select(['id', 'name', 'planned_seconds']).orderBy('id').execute();
    expect(await plans(earlier)).toEqual(await plans(at));
  });
});
