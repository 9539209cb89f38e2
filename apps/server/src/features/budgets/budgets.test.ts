import { describe, expect, test } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { useBudgets } from './testing.ts';

const b = useBudgets();

const errorOf = (answer: { status: number; body: { [key: string]: unknown } }) => {
  const error = answer.body['error'] as { errorCode: string; message: string };
  return [answer.status, error?.errorCode, error?.message];
};

describe('a budget', () => {
  test('is made, listed by name, changed by its ETag and audited', async () => {
    const made = await b.ask('POST', 'budgets', { name: ' Apollo ', comment: 'one', plannedLength: 7200 });
    expect([made.status, made.headers['etag']]).toEqual([200, '"1"']);
    expect(made.body['data']).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Apollo',
      comment: 'one',
      plannedLength: 7200,
      trackedLength: 0,
      billedLength: 0,
      remainingLength: 7200,
      percent: 0,
      workLogCount: 0,
      attached: { workItems: 0, iterations: 0, workLogs: 0, exclusions: 0 },
      isClosed: false,
      created: expect.stringMatching(/Z$/),
      closed: null,
    });
    const id = textOf(made.body['data']?.['id']);
    const patch = (body: object, etag: string) =>
      b.stint.ask(b.stint.people.budget, 'PATCH', `/api/rest/budgets/${id}`, body, { 'if-match': etag });
    const changed = await patch({ comment: 'two', plannedLength: null }, '"1"');
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
    expect(changed.body['data']).toMatchObject({ comment: 'two', plannedLength: 7200 });
    expect((await patch({ comment: 'three' }, '"1"')).status).toBe(412);
    const audits = await b.stint.server.dependencies.database.system
      .selectFrom('audit_log')
      .select(['action', 'entity', 'before', 'after', 'person_id'])
      .where('entity_id', '=', id)
      .orderBy('id')
      .execute();
    const budget = { entity: 'budget', person_id: b.stint.people.budget.id };
    expect(audits).toEqual([
      {
        ...budget,
        action: 'create',
        before: null,
        after: { name: 'Apollo', comment: 'one', plannedLength: 7200 },
      },
      {
        ...budget,
        action: 'change',
        before: { name: 'Apollo', comment: 'one', plannedLength: 7200 },
        after: { name: 'Apollo', comment: 'two', plannedLength: 7200 },
      },
    ]);
  });

  test('closes and reopens on record, and is listed by its state', async () => {
    const id = await b.addBudget('Closing');
    const names = async (state: string) => {
      const { body } = await b.ask('GET', `budgets?$state=${state}`);
      return (body['data'] as unknown as { name: string }[]).map(({ name }) => name);
    };
    const closed = await b.ask('PATCH', `budgets/${id}`, { isClosed: true });
    expect(closed.body['data']).toMatchObject({ isClosed: true, closed: expect.stringMatching(/Z$/) });
    expect([await names('open'), await names('closed')]).toEqual([
      expect.not.arrayContaining(['Closing']),
      ['Closing'],
    ]);
    expect((await b.ask('PATCH', `budgets/${id}`, { isClosed: false })).body['data']).toMatchObject({
      closed: null,
    });
    expect(await names('all')).toContain('Closing');
    const { rows } = { rows: await actsOf(id) };
    expect(rows).toEqual(['create', 'close', 'reopen']);
    expect((await b.ask('PATCH', `budgets/${id}`, { isClosed: false })).headers['etag']).toBe('"3"');
  });

  test('has a name that no other has, in any letter case', async () => {
    await b.addBudget('Unique');
    expect(errorOf(await b.ask('POST', 'budgets', { name: 'UNIQUE' }))).toEqual([
      409,
      'DbValidationError',
      'name: there is a budget UNIQUE already; choose another name.',
    ]);
    const other = await b.addBudget('Other');
    expect((await b.ask('PATCH', `budgets/${other}`, { name: 'unique' })).status).toBe(409);
    expect((await b.ask('POST', 'budgets', { name: '  ' })).status).toBe(409);
  });

  test('is deleted with its assignments, but not while worklogs have it', async () => {
    await b.addItems([{ id: 901 }, { id: 902, parent: 901 }]);
    const id = await b.addBudget('Deleted');
    await b.attach(id, { workItemId: 901 });
    const worklogs = [await b.book({ workItemId: 902 }), await b.book({ workItemId: 902 })];
    expect(errorOf(await b.ask('DELETE', `budgets/${id}`))).toEqual([
      409,
      'DbValidationError',
      'id: 2 worklogs have the budget Deleted; detach it from them or their work items, or close it instead.',
    ]);
    for (const each of worklogs)
      await b.stint.ask(b.stint.people.team, 'DELETE', `/api/rest/workLogs/${each}`);
    expect((await b.ask('DELETE', `budgets/${id}`)).body).toEqual({ data: null });
    expect((await b.ask('GET', `budgets/${id}`)).status).toBe(404);
    expect((await b.ask('GET', 'workItems/902/budget')).body['data']).toEqual({
      workItemId: 902,
      budget: null,
      assignmentType: { id: 1, name: 'NoBudget' },
    });
  });
});

describe('attaching', () => {
  test('gives a thing one budget, moves it only when asked to, and is audited for both', async () => {
    await b.addItems([{ id: 911 }]);
    const [one, two] = [await b.addBudget('First'), await b.addBudget('Second')];
    const first = await b.attach(one, { workItemId: 911 });
    expect(first.body['data']).toMatchObject({
      workItemId: 911,
      iterationPath: null,
      workLogId: null,
      isExclusion: false,
    });
    expect((await b.attach(one, { workItemId: 911 })).body).toEqual(first.body);
    expect(errorOf(await b.attach(two, { workItemId: 911 }))).toEqual([
      409,
      'DbValidationError',
      'workItemId: 911 has the budget First; send move: true to move it to Second.',
    ]);
    expect((await b.attach(two, { workItemId: 911, move: true })).status).toBe(200);
    expect((await b.ask('GET', 'workItems/911/budget')).body['data']).toMatchObject({
      budget: { id: two, name: 'Second', isClosed: false },
      assignmentType: { id: 2, name: 'DirectlyAssigned' },
    });
    expect([await actsOf(one), await actsOf(two)]).toEqual([
      ['create', 'attach', 'detach'],
      ['create', 'attach'],
    ]);
    const [assignment] = (await b.ask('GET', `budgets/${two}/assignments`)).body['data'] as unknown as {
      id: string;
    }[];
    expect((await b.ask('DELETE', `budgets/${two}/assignments/${assignment?.id}`)).body).toEqual({
      data: null,
    });
    expect((await b.ask('DELETE', `budgets/${two}/assignments/${assignment?.id}`)).status).toBe(404);
  });

  test('refuses what is not known, each bad index of a list, and then writes nothing', async () => {
    await b.addItems([{ id: 921, iteration: 'Atlas\\Sprint 1' }]);
    const id = await b.addBudget('Refusing');
    const missing = '11111111-1111-7111-8111-111111111111';
    const assignments = [
      { workItemId: 921 },
      { workItemId: 999_999 },
      { iterationPath: 'Atlas\\Spr' },
      { workLogId: missing },
      { iterationPath: '\\atlas\\SPRINT 1\\' },
    ];
    expect(errorOf(await b.ask('POST', `budgets/${id}/assignments/batch`, { assignments }))).toEqual([
      409,
      'DbValidationError',
      `assignments: [1] workItemId: 999999 is not known. [2] iterationPath: Atlas\\Spr is not known. [3] workLogId: ${missing} is not known.`,
    ]);
    const twice = { assignments: [{ workItemId: 921 }, {}, { workItemId: 921 }] };
    expect(errorOf(await b.ask('PUT', `budgets/${id}/assignments`, twice))[2]).toMatch(
      /\[1\].*exactly one of.*\[2\] workItemId: is the same as entry 0/,
    );
    expect((await b.ask('GET', `budgets/${id}/assignments`)).body['data']).toEqual([]);
  });

  test('in bulk keeps what stands and can replace it all', async () => {
    await b.addItems([{ id: 931, iteration: 'Atlas\\Two\\Deep' }, { id: 932 }]);
    const id = await b.addBudget('Bulk');
    const workLogId = await b.book({});
    const put = async (assignments: object[]) => {
      const { body } = await b.ask('PUT', `budgets/${id}/assignments`, { assignments });
      return body['data'] as unknown as { id: string }[];
    };
    const before = await put([{ workItemId: 932 }, { iterationPath: 'Atlas\\two' }, { workLogId }]);
    const after = await put([{ workItemId: 931, isExclusion: true }, { workItemId: 932 }]);
    expect(after[1]).toEqual(before[0]);
    expect((await b.ask('GET', `budgets/${id}/assignments`)).body['data']).toEqual(after);
    expect((await b.ask('GET', `budgets/${id}`)).body['data']?.['attached']).toEqual({
      workItems: 1,
      iterations: 0,
      workLogs: 0,
      exclusions: 1,
    });
    const [toInclusion] = await put([{ workItemId: 931 }]);
    expect(toInclusion).toMatchObject({ id: after[0]?.id, isExclusion: false });
  });

  test('to a closed budget is refused until it is open again', async () => {
    await b.addItems([{ id: 941 }]);
    const id = await b.addBudget('Shut');
    await b.ask('PATCH', `budgets/${id}`, { isClosed: true });
    expect(errorOf(await b.attach(id, { workItemId: 941 }))[2]).toBe(
      'workItemId: the budget Shut is closed; reopen it first.',
    );
    await b.ask('PATCH', `budgets/${id}`, { isClosed: false });
    expect((await b.attach(id, { workItemId: 941 })).status).toBe(200);
  });
});

test('the export is CSV in which nothing is a formula', async () => {
  const name = '=1+1,"quoted"';
  await b.ask('POST', 'budgets', { name, comment: '-2\nlines', plannedLength: 3600 });
  const { headers, body } = await b.ask('GET', 'budgets/export?format=csv');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  const text = textOf(body['text']);
  expect(text).toMatch(/^\uFEFFName,Comment,State,PlannedSeconds,/);
  expect(text).toContain(`\r\n"'=1+1,""quoted""","'-2\nlines",open,3600,0,0,3600,0,0,`);
});

async function actsOf(id: string): Promise<string[]> {
  const rows = await b.stint.server.dependencies.database.system
    .selectFrom('audit_log')
    .select('action')
    .where('entity', '=', 'budget')
    .where('entity_id', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(({ action }) => action);
}
