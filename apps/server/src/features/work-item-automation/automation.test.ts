import { expect, test } from 'vitest';
import { openAutomationBench, REMAINING } from './testing.ts';

const PATH = '/api/rest/workItemAutomation';
const ofAtlas = `${PATH}/Atlas`;

test('every project is there, with nothing automated', async () => {
  const at = await openAutomationBench();
  const nothing = {
    reducesRemainingWork: false,
    setsCompletedWork: false,
    estimateField: null,
    waiting: 0,
    failed: 0,
    lastWritten: null,
    recompute: null,
  };
  expect(await at.admin('GET', PATH)).toEqual({
    connection: 'connected',
    projects: [
      { project: 'Atlas', ...nothing },
      { project: 'Borealis', ...nothing },
    ],
  });
});

test('a change is versioned and audited; what is so already changes nothing', async () => {
  const at = await openAutomationBench();
  const { stint } = at;
  const ask = (body: object, match: string) =>
    stint.ask(stint.people.administrator, 'PATCH', `${PATH}/aTLAS`, body, { 'if-match': match });
  const first = await ask({ setsCompletedWork: true }, '"0"');
  expect(first).toMatchObject({ status: 200, headers: { etag: '"1"' } });
  expect(first.body['data']).toMatchObject({ project: 'Atlas', setsCompletedWork: true });
  expect((await ask({ setsCompletedWork: true }, '"1"')).headers['etag']).toBe('"1"');
  expect((await ask({ reducesRemainingWork: true }, '"0"')).status).toBe(412);
  const log = await stint.ask(
    stint.people.administrator,
    'GET',
    '/api/rest/auditLog?$entity=workItemAutomation',
  );
  expect(log.body['data']).toMatchObject([
    {
      action: 'change',
      entityId: 'Atlas',
      before: { setsCompleted: false },
      after: { setsCompleted: true, reducesRemaining: false },
    },
  ]);
});

test.each([
  ['estimateField', { estimateField: 'Story Points' }],
  ['estimateField', { estimateField: "x'); drop table work_item; --" }],
  ['setsCompletedWork', { setsCompletedWork: 'perhaps' }],
])('a wrong %s is refused by name', async (field, body) => {
  const at = await openAutomationBench();
  const { stint } = at;
  const answer = await stint.ask(stint.people.administrator, 'PATCH', ofAtlas, body);
  expect(answer.status).toBe(409);
  expect(JSON.stringify(answer.body)).toContain(field);
});

test('an unknown project is not found, and an organization sees nothing of another one', async () => {
  const at = await openAutomationBench();
  const { stint } = at;
  const { administrator, stranger } = stint.people;
  expect((await stint.ask(administrator, 'GET', `${PATH}/Nowhere`)).status).toBe(404);
  await at.automate({ setsCompletedWork: true });
  const elsewhere = await stint.ask(stranger, 'GET', '/api/other/rest/workItemAutomation');
  expect(elsewhere.body['data']).toEqual({ connection: 'none', projects: [] });
  expect((await stint.ask(stranger, 'GET', '/api/other/rest/workItemAutomation/Atlas')).status).toBe(404);
});

test('the past is made up for on demand, exactly, with its progress', async () => {
  const at = await openAutomationBench();
  const { stint } = at;
  const tasks = [...at.simulator.world.items.values()]
    .filter(({ revisions }) => {
      const fields = revisions.at(-1)?.fields;
      return fields?.['System.TeamProject'] === 'Atlas' && fields['System.WorkItemType'] === 'Task';
    })
    .slice(0, 5);
  for (const { id } of tasks) await at.book(id, 1000 + id);
  const remaining = tasks.map(({ id }) => at.there(id).remaining);
  expect((await stint.ask(stint.people.administrator, 'POST', `${ofAtlas}/recompute`)).status).toBe(409);
  await at.automate({ setsCompletedWork: true, reducesRemainingWork: true });
  const started = await at.admin('POST', `${ofAtlas}/recompute`);
  expect(started['recompute']).toMatchObject({ workItems: tasks.length, left: tasks.length });
  at.write();
  await at.settled();
  expect(tasks.map(({ id }) => at.there(id).completed)).toEqual(tasks.map(({ id }) => (1000 + id) / 3600));
  expect(tasks.map(({ id }) => at.there(id).remaining)).toEqual(remaining);
  expect((await at.admin('GET', ofAtlas))['recompute']).toMatchObject({ workItems: tasks.length, left: 0 });
  const revisions = tasks.map(({ id }) => at.there(id).rev);
  await at.admin('POST', `${ofAtlas}/recompute`);
  await at.settled();
  expect(tasks.map(({ id }) => at.there(id).rev)).toEqual(revisions);
});

test('Pace divides by the estimate field of the project, and by the usual one again without', async () => {
  const at = await openAutomationBench();
  const usual = (await at.copy(1001))?.effort;
  await at.automate({ estimateField: REMAINING });
  expect((await at.copy(1001))?.effort).toBe(at.there(1001).remaining);
  await at.setByHand(1001, { [REMAINING]: 77 });
  const stop = at.follow();
  await expect.poll(async () => (await at.copy(1001))?.effort, { timeout: 10_000 }).toBe(77);
  await stop();
  await at.automate({ estimateField: '' });
  expect((await at.copy(1001))?.effort).toBe(usual);
  expect(usual).toBeTypeOf('number');
});

test('what was to be written to one Azure DevOps is not written to another one', async () => {
  const at = await openAutomationBench();
  await at.automate({ setsCompletedWork: true });
  await at.book(1001, 3600);
  const { dependencies } = at.stint.server;
  // All simulators are the same collection; so the organization is made to remember another one.
  await dependencies.database.system
    .updateTable('organization')
    .set({ azure_devops_collection_id: crypto.randomUUID() })
    .where('id', '=', at.stint.organizationId)
    .execute();
  dependencies.feed.tell(at.stint.organizationId);
  await at.connect();
  at.write();
  await at.settled();
  expect(at.there(1001).rev).toBe(2);
});
