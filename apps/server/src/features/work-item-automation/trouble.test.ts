import { expect, test } from 'vitest';
import { createVault } from '../../vault/vault.ts';
import { eventually } from '../connection/testing.ts';
import type { Intent } from './store-leases.ts';
import { type AutomationBench, openAutomationBench, REMAINING } from './testing.ts';

const both = { reducesRemainingWork: true, setsCompletedWork: true };
const TITLE = 'System.Title';

/** What a process leaves that dies around sending a change: an hour owed, an intent, and a lease that has ended. */
async function leaveBehind(at: AutomationBench, intent: Omit<Intent, 'overrun'>): Promise<void> {
  await at.automate(both);
  await at.book(1001, 3600);
  const { system } = at.stint.server.dependencies.database;
  await system.deleteFrom('work_item_booking').execute();
  await system
    .insertInto('work_item_write')
    .values({
      organization_id: at.stint.organizationId,
      work_item_id: 1001,
      owed_seconds: 3600,
      attempts: 1,
      intent: JSON.stringify({ overrun: 0, ...intent }),
      next_attempt_at: '2026-01-01T00:00:00Z',
    })
    .execute();
}

async function state(at: AutomationBench) {
  return at.admin('GET', '/api/rest/workItemAutomation/Atlas');
}

test('a change that was sent before a crash is not made again', async () => {
  const at = await openAutomationBench();
  await at.setByHand(1001, { [REMAINING]: 10 });
  const { rev } = at.there(1001);
  await leaveBehind(at, { rev, seconds: 3600, fields: { [REMAINING]: 9 } });
  await at.setByHand(1001, { [REMAINING]: 9 });
  await at.setByHand(1001, { [TITLE]: 'Changed since' });
  at.write();
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining: 9, completed: 1 });
});

test('a change that a crash kept from being sent is made once', async () => {
  const at = await openAutomationBench();
  await at.setByHand(1001, { [REMAINING]: 10 });
  const { rev } = at.there(1001);
  await leaveBehind(at, { rev, seconds: 3600, fields: { [REMAINING]: 9 } });
  at.write();
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining: 9, completed: 1 });
});

test('a change that somebody else came before is made on top of theirs', async () => {
  const at = await openAutomationBench();
  await at.setByHand(1001, { [REMAINING]: 10 });
  const { rev } = at.there(1001);
  await leaveBehind(at, { rev, seconds: 3600, fields: { [REMAINING]: 9 } });
  await at.setByHand(1001, { [REMAINING]: 30 });
  at.write();
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining: 29, completed: 1 });
});

test('a change that Azure DevOps has refused is worked out anew', async () => {
  const at = await openAutomationBench();
  await at.setByHand(1001, { [REMAINING]: 10 });
  const { rev } = at.there(1001);
  const fields = { [REMAINING]: 9, 'Microsoft.VSTS.Scheduling.Effort': 1 };
  await leaveBehind(at, { rev, seconds: 3600, fields });
  at.write();
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining: 9, completed: 1, rev: rev + 1 });
});

test('several processes and people at the same work items lose nothing and do nothing twice', async () => {
  const at = await openAutomationBench();
  await at.setByHand(1001, { [REMAINING]: 100 });
  await at.automate(both);
  at.write();
  at.write();
  for (let round = 0; round < 8; round += 1) {
    await Promise.all([
      at.book(1001, 900),
      at.book(1001, 900, at.stint.people.product),
      at.control('PATCH', 'workitems/1001', { title: `Edited ${round}` }),
    ]);
  }
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining: 96, completed: 4 });
});

test('while Azure DevOps is away bookings go on, what is to be written waits and is written once it is back', async () => {
  const at = await openAutomationBench();
  await at.setByHand(1001, { [REMAINING]: 10 });
  await at.automate(both);
  await at.control('POST', 'down', { down: true });
  at.write();
  await at.book(1001, 3600);
  await at.book(1001, 1800);
  await eventually(async () => expect(await state(at)).toMatchObject({ waiting: 1, failed: 0 }));
  await at.control('POST', 'down', { down: false });
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining: 8.5, completed: 1.5 });
  expect(await state(at)).toMatchObject({ waiting: 0, lastWritten: expect.any(String) });
});

test('a change whose answer is lost is not made again', async () => {
  const at = await openAutomationBench();
  await at.setByHand(1001, { [REMAINING]: 10 });
  const { rev } = at.there(1001);
  await at.automate({ reducesRemainingWork: true });
  await at.control('POST', 'faults', { losesAnswer: true, count: 1, path: '/workItems/1001' });
  at.write();
  await at.book(1001, 3600);
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining: 9, rev: rev + 1 });
});

test('faults of Azure DevOps and its asks to slow down do not count twice', async () => {
  const at = await openAutomationBench();
  await at.setByHand(1001, { [REMAINING]: 10 });
  await at.automate(both);
  await at.control('POST', 'faults', { status: 503, count: 3, path: '/workItems/1001' });
  at.write();
  await at.book(1001, 3600);
  await at.settled();
  await at.control('POST', 'faults', { status: 429, retryAfter: 30, count: 1, path: '/workItems/1001' });
  await at.book(1001, 3600);
  await eventually(async () => expect(await state(at)).toMatchObject({ waiting: 1 }));
  expect(at.there(1001)).toMatchObject({ remaining: 9, completed: 1 });
});

test('with a token that is not accepted any more everything waits, and the state says so', async () => {
  const at = await openAutomationBench();
  const { stint } = at;
  const { database, environment } = stint.server.dependencies;
  await at.automate(both);
  await database.system
    .updateTable('azure_devops_connection')
    .set({ sealed_pat: createVault(environment).seal(stint.organizationId, 'expired') })
    .execute();
  at.write();
  const stop = at.follow();
  await at.book(1001, 3600);
  await eventually(async () => {
    const list = await at.admin('GET', '/api/rest/workItemAutomation');
    expect(list).toMatchObject({ connection: 'unauthorized' });
    expect(await state(at)).toMatchObject({ waiting: 1, failed: 0 });
  });
  await at.connect();
  await at.settled();
  await stop();
  expect(at.there(1001).completed).toBe(1);
});

test('a fault of one work item is told with it, is tried again, and holds up no other one', async () => {
  const at = await openAutomationBench();
  await at.automate(both);
  await at.control('POST', 'faults', { status: 400, count: 1, path: '/workItems/1001' });
  at.write();
  await at.book(1001, 3600);
  await eventually(async () => {
    const writes = await at.admin('GET', '/api/rest/workItemAutomation/Atlas/writes?$state=failed');
    expect(writes).toMatchObject([
      { workItemId: 1001, outcome: 'failed', fault: expect.stringContaining('400'), isWaiting: true },
    ]);
  });
  await at.settled();
  expect(at.there(1001).completed).toBe(1);
  expect(await state(at)).toMatchObject({ failed: 0 });
});

test('a work item that was deleted in Azure DevOps is left alone', async () => {
  const at = await openAutomationBench();
  await at.automate(both);
  await at.control('DELETE', 'workitems/1001');
  at.write();
  await at.book(1001, 3600);
  await at.settled();
  const writes = await at.admin('GET', '/api/rest/workItemAutomation/Atlas/writes');
  expect(writes).toMatchObject([{ workItemId: 1001, outcome: 'gone' }]);
});
