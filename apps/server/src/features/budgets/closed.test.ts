import { expect, test } from 'vitest';
import type { Db } from '../../http/asked.ts';
import { createWorkLogs } from '../worklogs/service.ts';
import { changeBudget } from './service.ts';
import { useBudgets } from './testing.ts';

const b = useBudgets();

const post = (body: object) => b.stint.ask(b.stint.people.team, 'POST', '/api/rest/workLogs', body);

test('a closed budget takes no new time: of its items, by changes, until it is open again', async () => {
  await b.addItems([{ id: 1 }, { id: 2, parent: 1 }, { id: 3 }]);
  const id = await b.addBudget('Closed');
  await b.attach(id, { workItemId: 1 });
  const before = await b.book({ workItemId: 3 });
  await b.ask('PATCH', `budgets/${id}`, { isClosed: true });
  const refused = await post({ workItemId: 2, length: 60 });
  expect([refused.status, refused.body['error']?.['errorCode']]).toEqual([409, 'DbValidationError']);
  expect(refused.body['error']?.['message']).toMatch(/Closed/);
  const url = `/api/rest/workLogs/${before}`;
  expect((await b.stint.ask(b.stint.people.team, 'PATCH', url, { workItemId: 2 })).status).toBe(409);
  expect((await post({ workItemId: 3, length: 60 })).status).toBe(200);
  await b.ask('PATCH', `budgets/${id}`, { isClosed: false });
  expect((await post({ workItemId: 2, length: 60 })).status).toBe(200);
});

/** Who asks for something within a transaction of the test. */
async function asking(db: Db) {
  const { organizations, principals } = b.stint.server.dependencies;
  const { team } = b.stint.people;
  const organization = await organizations.byId(b.stint.organizationId);
  const principal = await principals.byToken(b.stint.organizationId, team.token);
  if (!organization || !principal) throw new Error('the test has no organization or person');
  return { db, organization, principal, source: { personId: team.id, via: 'rest', address: null } as const };
}

test('closing waits for a write that has begun, and has it in the budget', async () => {
  await b.addItems([{ id: 21 }]);
  const id = await b.addBudget('Waiting');
  await b.attach(id, { workItemId: 21 });
  const db = b.stint.server.dependencies.database.organization(b.stint.organizationId);
  const closing = await db.transaction().execute(async (transaction) => {
    const workLogs = createWorkLogs(b.stint.server.dependencies);
    await workLogs.add(await asking(transaction), { workItemId: 21, length: 60 });
    const answer = b.ask('PATCH', `budgets/${id}`, { isClosed: true });
    expect(await b.answeredOrWaiting(answer)).toBe('waiting');
    return { answer };
  });
  expect((await closing.answer).body['data']).toMatchObject({ isClosed: true, trackedLength: 60 });
});

test('a write waits for a closing that has begun, and is refused', async () => {
  await b.addItems([{ id: 31 }]);
  const id = await b.addBudget('Refusing');
  await b.attach(id, { workItemId: 31 });
  const db = b.stint.server.dependencies.database.organization(b.stint.organizationId);
  const writing = await db.transaction().execute(async (transaction) => {
    await changeBudget(await asking(transaction), id, { isClosed: true }, null);
    const answer = post({ workItemId: 31, length: 60 });
    expect(await b.answeredOrWaiting(answer)).toBe('waiting');
    return { answer };
  });
  expect((await writing.answer).body['error']?.['errorCode']).toBe('DbValidationError');
  expect((await b.ask('GET', `budgets/${id}`)).body['data']).toMatchObject({ trackedLength: 0 });
});

test('what was acknowledged after closing was answered is not in the budget, whoever writes at that moment', async () => {
  await b.addItems([{ id: 11 }]);
  const id = await b.addBudget('Racing');
  await b.attach(id, { workItemId: 11 });
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      b.stint.addPerson(b.stint.organizationId, `writer${index}`, 'Team'),
    ),
  );
  const trackedLength = async () => (await b.ask('GET', `budgets/${id}`)).body['data']?.['trackedLength'];
  for (let round = 0; round < 5; round += 1) {
    const writing = people.flatMap((person) =>
      Array.from({ length: 3 }, () =>
        b.stint.ask(person, 'POST', '/api/rest/workLogs', { workItemId: 11, length: 60 }),
      ),
    );
    const closed = await b.ask('PATCH', `budgets/${id}`, { isClosed: true });
    const whenClosed = await trackedLength();
    const answers = await Promise.all(writing);
    expect(closed.status).toBe(200);
    expect(new Set([200, 409, ...answers.map(({ status }) => status)])).toEqual(new Set([200, 409]));
    expect(await trackedLength()).toBe(whenClosed);
    await b.ask('PATCH', `budgets/${id}`, { isClosed: false });
  }
});
