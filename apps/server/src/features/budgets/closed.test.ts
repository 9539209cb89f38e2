import { expect, test } from 'vitest';
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
