import { expect, test } from 'vitest';
import { eventually } from '../connection/testing.ts';
import { COMPLETED, openAutomationBench, REMAINING } from './testing.ts';

const both = { reducesRemainingWork: true, setsCompletedWork: true };

test('Remaining Work goes down by what is booked, Completed Work is the exact sum of everybody', async () => {
  const at = await openAutomationBench();
  const before = at.there(1001);
  await at.automate(both);
  at.write();
  await at.book(1001, 1001);
  await at.book(1001, 777, at.stint.people.product);
  await at.settled();
  const after = at.there(1001);
  expect(after.completed).toBe(1778 / 3600);
  expect(after.remaining).toBe(Math.max(0, Number(before.remaining) * 3600 - 1778) / 3600);
});

test('many bookings of a work item are one revision', async () => {
  const at = await openAutomationBench();
  const { rev } = at.there(1001);
  await at.automate(both);
  for (let each = 0; each < 12; each += 1) await at.book(1001, 60);
  at.write();
  await at.settled();
  expect(at.there(1001)).toMatchObject({ rev: rev + 1, completed: 0.2 });
});

test('time that is shortened, deleted, restored or moved follows, on both work items', async () => {
  const at = await openAutomationBench();
  const { stint } = at;
  const other = [...at.simulator.world.items.values()].find(
    ({ id, revisions }) =>
      id !== 1001 &&
      revisions.at(-1)?.fields['System.TeamProject'] === 'Atlas' &&
      Number(revisions.at(-1)?.fields[REMAINING]) > 1,
  );
  const otherId = other?.id ?? 0;
  const [first, second] = [at.there(1001), at.there(otherId)];
  await at.automate(both);
  at.write();
  const id = await at.book(1001, 7200);
  await at.settled();
  await stint.ask(stint.people.team, 'PATCH', `/api/rest/workLogs/${id}`, { length: 1800 });
  await at.settled();
  expect(at.there(1001).completed).toBe(0.5);
  await stint.ask(stint.people.team, 'PATCH', `/api/rest/workLogs/${id}`, { workItemId: otherId });
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining: first.remaining, completed: 0 });
  expect(at.there(otherId)).toMatchObject({ remaining: Number(second.remaining) - 0.5, completed: 0.5 });
  await stint.ask(stint.people.team, 'DELETE', `/api/rest/workLogs/${id}`);
  await at.settled();
  expect(at.there(otherId)).toMatchObject({ remaining: second.remaining, completed: 0 });
  await stint.ask(stint.people.team, 'POST', `/api/rest/workLogs/${id}/restore`);
  await at.settled();
  expect(at.there(otherId)).toMatchObject({ completed: 0.5 });
});

test('worklogs that are gone for good are counted no more', async () => {
  const at = await openAutomationBench();
  const { remaining } = at.there(1001);
  await at.automate(both);
  at.write();
  const id = await at.book(1001, 1800);
  await at.settled();
  expect(at.there(1001)).toMatchObject({ completed: 0.5 });
  await at.stint.server.dependencies.database.system.deleteFrom('work_log').where('id', '=', id).execute();
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining, completed: 0 });
});

test('Remaining Work stays at 0, and comes back no higher than it was', async () => {
  const at = await openAutomationBench();
  const { remaining } = at.there(1001);
  await at.automate(both);
  at.write();
  const id = await at.book(1001, 80_000);
  await at.settled();
  expect(at.there(1001).remaining).toBe(0);
  await at.stint.ask(at.stint.people.team, 'DELETE', `/api/rest/workLogs/${id}`);
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining, completed: 0 });
});

test('what is switched off is left alone, and so are other projects and what was booked before', async () => {
  const at = await openAutomationBench();
  const before = at.there(1001);
  await at.book(1001, 3600);
  at.write();
  await at.automate({ setsCompletedWork: true });
  await at.settled();
  expect(at.there(1001)).toEqual(before);
  await at.book(1001, 1800);
  await at.settled();
  expect(at.there(1001)).toMatchObject({ remaining: before.remaining, completed: 1.5 });
  await at.automate({ setsCompletedWork: false, reducesRemainingWork: false });
  await at.book(1001, 1800);
  await at.settled();
  expect(at.there(1001).completed).toBe(1.5);
});

test('a work item whose type has no such fields is skipped, and that is told', async () => {
  const at = await openAutomationBench();
  const { rev } = at.there(1004);
  await at.automate(both);
  at.write();
  await at.book(1004, 3600);
  await at.settled();
  expect(at.there(1004).rev).toBe(rev);
  const writes = await at.admin('GET', '/api/rest/workItemAutomation/Atlas/writes?$state=skipped');
  expect(writes).toMatchObject([{ workItemId: 1004, outcome: 'noField', isWaiting: false, fault: null }]);
});

test('what people set by hand stays until time is booked again', async () => {
  const at = await openAutomationBench();
  await at.automate(both);
  at.write();
  await at.book(1001, 3600);
  await at.settled();
  const { rev } = at.there(1001);
  await at.setByHand(1001, { [COMPLETED]: 99, [REMAINING]: 40 });
  const stop = at.follow();
  await eventually(async () => {
    expect(await at.copy(1001)).toMatchObject({ revision: rev + 1 });
  });
  await stop();
  await at.settled();
  expect(at.there(1001)).toMatchObject({ completed: 99, remaining: 40, rev: rev + 1 });
  await at.book(1001, 1800);
  await at.settled();
  expect(at.there(1001)).toMatchObject({ completed: 1.5, remaining: 39.5, rev: rev + 2 });
});
