import type { RoleName } from '@stint/contract';
import { describe, expect, test } from 'vitest';
import type { TestPerson } from '../../testing/test-server.ts';
import { LAST_WEEK, type ManagerKind, refusal, useWeeks } from './testing/use-weeks.ts';

const at = useWeeks();

const roles: RoleName[] = ['None', 'Team', 'Product', 'Budget', 'Administrator'];
const kinds: ManagerKind[] = ['none', 'assigned', 'global'];
const acts = ['approve', 'reject', 'reopen', 'close', 'lock', 'unlock'] as const;

/** Whose week: the manager's own, one that was assigned to them, one of their people, somebody else's. */
const weeks = ['own', 'assigned', 'of one’s people', 'other'] as const;
type WhichWeek = (typeof weeks)[number];

/** What must have been done to a submitted week before an act may be. */
const before: Record<(typeof acts)[number], string[]> = {
  approve: [],
  reject: [],
  reopen: [],
  close: ['approve'],
  lock: ['reopen'],
  unlock: ['reopen', 'lock'],
};

function mayAct(role: RoleName, kind: ManagerKind, week: WhichWeek): boolean {
  if (role === 'None' || kind === 'none') return false;
  if (kind === 'global') return true;
  return week === 'assigned' || week === 'of one’s people';
}

async function ownerOf(week: WhichWeek, caller: TestPerson): Promise<TestPerson> {
  if (week === 'own') return caller;
  const owner = await at.somebody();
  if (week === 'of one’s people') {
    await at.stint.server.dependencies.database.system
      .updateTable('person')
      .set({ approval_manager_id: caller.id })
      .where('organization_id', '=', at.stint.organizationId)
      .where('id', '=', owner.id)
      .execute();
  }
  return owner;
}

/** A Submitted week of the owner, written past the rules: some of these people could not submit it themselves. */
async function submitted(owner: TestPerson, assignedManagerId: string | null): Promise<void> {
  const { organizationId, server } = at.stint;
  await server.dependencies.database.system
    .insertInto('time_week')
    .values({
      organization_id: organizationId,
      id: crypto.randomUUID(),
      person_id: owner.id,
      week_start: LAST_WEEK,
      week_end: '2026-03-08',
      state: 1,
      assigned_manager_id: assignedManagerId,
      modified_at: new Date(at.now).toISOString(),
    })
    .execute();
}

describe.each(roles)('as %s', (role) => {
  describe.each(kinds)('who is a manager: %s', (kind) => {
    test.each(weeks)('acts on a week: %s', async (week) => {
      for (const act of acts) {
        const caller = await at.somebody(role, kind);
        const owner = await ownerOf(week, caller);
        await submitted(owner, week === 'assigned' ? caller.id : null);
        const body = { userId: owner.id, weekStart: LAST_WEEK, comment: 'because' };
        for (const earlier of before[act]) expect((await at.act(at.manager, earlier, body)).status).toBe(200);
        const { status, code } = refusal(await at.act(caller, act, body));
        const expected = mayAct(role, kind, week) ? [200, undefined] : [403, 'AccessDenied'];
        expect([act, status, code]).toEqual([act, ...expected]);
      }
    });
  });
});

test('the id of a week that one may not see leads nowhere', async () => {
  await at.submit(at.me, LAST_WEEK);
  const id = (await at.week(at.me, LAST_WEEK))['id'];
  const stranger = await at.somebody('Team', 'assigned');
  expect(refusal(await at.act(stranger, 'approve', { id }))).toMatchObject({ status: 404 });
  const reader = await at.somebody('Product', 'assigned');
  expect(refusal(await at.act(reader, 'approve', { id }))).toMatchObject({ status: 403 });
});
