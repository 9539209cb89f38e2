import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { makeGroup, rolesOf } from './testing.ts';

let at: TestServer;
let made = 0;

beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

function someone(role: 'None' | 'Team' | 'Administrator' = 'Team'): Promise<TestPerson> {
  made += 1;
  return at.addPerson(at.organizationId, `someone${made}`, role);
}

const asAdministrator = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => at.ask(at.people.administrator, method, `/api/rest/${path}`, body, headers);

const setRole = (person: TestPerson, name: string) =>
  asAdministrator('POST', 'users/roles', { users: [{ id: person.id, role: { name } }] });

async function auditOf(entityId: string): Promise<unknown[]> {
  return at.server.dependencies.database.system
    .selectFrom('audit_log')
    .select(['action', 'entity', 'before', 'after'])
    .where('entity_id', '=', entityId)
    .orderBy('id')
    .execute();
}

describe('the role of a person', () => {
  test('is the highest of the own one and those of all groups, at once', async () => {
    const person = await someone();
    const product = await makeGroup(at, { name: 'Product people', role: 'Product' }, [person]);
    expect(await rolesOf(at, person)).toEqual(['Product', 'Team']);
    const everyone = await at.ask(person, 'GET', '/api/rest/workLogs/all');
    expect(everyone.status).toBe(200);

    const budget = await makeGroup(at, { name: 'Budget people', role: 'Budget' }, [person]);
    expect(await rolesOf(at, person)).toEqual(['Budget', 'Team']);
    await asAdministrator('PATCH', `groups/${budget}`, { role: 'None' });
    expect(await rolesOf(at, person)).toEqual(['Product', 'Team']);
    await asAdministrator('DELETE', `groups/${product}`);
    expect(await rolesOf(at, person)).toEqual(['Team', null]);
    expect((await at.ask(person, 'GET', '/api/rest/workLogs/all')).status).toBe(403);
  });

  test('is shown in the lists, while setting roles sets the own one', async () => {
    const person = await someone();
    await makeGroup(at, { name: 'Shown', role: 'Budget' }, [person]);
    expect((await setRole(person, 'Product')).body['data']).toMatchObject({ succeeded: 1, failed: 0 });
    expect(await rolesOf(at, person)).toEqual(['Budget', 'Product']);
    const list = await asAdministrator('GET', 'users/roles?includeNoneRoles=true');
    expect(list.body['data']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: person.id, role: expect.objectContaining({ name: 'Budget' }) }),
      ]),
    );
    await setRole(person, 'Administrator');
    expect(await rolesOf(at, person)).toEqual(['Administrator', null]);
    await setRole(person, 'None');
    expect(await rolesOf(at, person)).toEqual(['Budget', 'None']);
    expect((await auditOf(person.id)).at(-1)).toEqual({
      action: 'change',
      entity: 'role',
      before: { role: 'Administrator' },
      after: { role: 'Budget', ownRole: 'None' },
    });
  });
});

describe('the members of a group', () => {
  test('are replaced, added and taken out, with a new version each time', async () => {
    const [one, two] = [await someone(), await someone()];
    const id = await makeGroup(at, { name: 'Changing', role: 'Product' }, [one]);
    const added = await asAdministrator(
      'POST',
      `groups/${id}/members`,
      { id: two.id },
      { 'if-match': '"2"' },
    );
    expect([added.body['data'], added.headers['etag']]).toEqual([
      expect.objectContaining({ memberCount: 2 }),
      '"3"',
    ]);
    const removed = await asAdministrator('DELETE', `groups/${id}/members/${one.id}`);
    expect(removed.body['data']).toMatchObject({ memberCount: 1 });
    const members = await asAdministrator('GET', `groups/${id}/members`);
    expect([members.body['data'], members.headers['etag']]).toEqual([
      [expect.objectContaining({ id: two.id, displayName: null })],
      '"4"',
    ]);
    expect([await rolesOf(at, one), await rolesOf(at, two)]).toEqual([
      ['Team', null],
      ['Product', 'Team'],
    ]);
    expect((await auditOf(id)).at(-1)).toEqual({
      action: 'change',
      entity: 'groupMembers',
      before: null,
      after: { added: [], removed: [one.id] },
    });
    const stale = await asAdministrator('PUT', `groups/${id}/members`, { ids: [] }, { 'if-match': '"2"' });
    expect(stale.status).toBe(412);
    expect((await asAdministrator('DELETE', `groups/${id}/members/${one.id}`)).status).toBe(404);
  });

  test('change nothing and write nothing when they are the same', async () => {
    const person = await someone();
    const id = await makeGroup(at, { name: 'Same', role: 'Product' }, [person]);
    const before = await auditOf(id);
    const again = await asAdministrator('PUT', `groups/${id}/members`, { ids: [person.id, person.id] });
    expect(again.headers['etag']).toBe('"2"');
    expect(await auditOf(id)).toEqual(before);
  });

  test('are people of this organization who are not erased', async () => {
    const erased = await someone();
    await at.server.dependencies.database.system
      .updateTable('person')
      .set({ erased_at: new Date().toISOString() })
      .where('id', '=', erased.id)
      .execute();
    const id = await makeGroup(at, { name: 'Ours' });
    for (const { id: stranger } of [at.people.stranger, erased]) {
      const answer = await asAdministrator('POST', `groups/${id}/members`, { id: stranger });
      expect(answer).toMatchObject({
        status: 409,
        body: { error: { message: expect.stringContaining(stranger) } },
      });
    }
  });

  test.each([
    ['openid', 'the OpenID Connect provider'],
    ['azureDevOps', 'Azure DevOps'],
  ])('of the source %s are kept there', async (source, keeper) => {
    const { team } = at.people;
    const id = await makeGroup(at, { name: `From ${source}`, source, externalId: 'x', role: 'Team' });
    for (const [method, path, body] of [
      ['PUT', 'members', { ids: [team.id] }],
      ['POST', 'members', { id: team.id }],
      ['DELETE', `members/${team.id}`, undefined],
    ] as const) {
      const { status, body: answer } = await asAdministrator(method, `groups/${id}/${path}`, body);
      expect([status, answer['error']?.['message']]).toEqual([409, expect.stringContaining(keeper)]);
    }
  });
});

describe('a group', () => {
  beforeAll(async () => {
    await makeGroup(at, { name: 'Taken' });
    await makeGroup(at, { name: 'Leads', source: 'openid', externalId: 'leads' });
  });

  test.each([
    [{ name: 'No id', source: 'openid' }, 'externalId'],
    [{ name: 'Too much', externalId: 'x' }, 'externalId'],
    [{ name: 'taken' }, 'name'],
    [{ name: 'Other name', source: 'openid', externalId: 'leads' }, 'externalId'],
    [{ name: ' ' }, 'name'],
    [{ name: 'No role', role: 'Owner' }, 'role'],
  ])('%j is refused, naming %s', async (wish, field) => {
    const { status, body } = await asAdministrator('POST', 'groups', wish);
    expect([status, body['error']?.['message']]).toEqual([409, expect.stringContaining(field)]);
  });

  test('of another organization is not there', async () => {
    const { stranger } = at.people;
    const theirs = await at.ask(stranger, 'POST', '/api/other/rest/groups', { name: 'Theirs' });
    const id = String(theirs.body['data']?.['id']);
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '/members'],
    ] as const) {
      const body = method === 'PATCH' ? { name: 'Ours' } : undefined;
      expect((await asAdministrator(method, `groups/${id}${path}`, body)).status).toBe(404);
    }
  });
});

describe('the last administrator', () => {
  test('stays, whichever way the role would go, and the refusal names them', async () => {
    const own = await testServer();
    try {
      const { administrator, product } = own.people;
      const group = await makeGroup(own, { name: 'Owners', role: 'Administrator' }, [product]);
      expect(await rolesOf(own, product)).toEqual(['Administrator', 'Product']);
      const ask = (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
        own.ask(product, method, `/api/rest/${path}`, body);
      const role = { name: 'Team' };
      await ask('POST', 'users/roles', { users: [{ id: administrator.id, role }] });
      expect(await rolesOf(own, administrator)).toEqual(['Team', null]);

      const refused = [
        await ask('PATCH', `groups/${group}`, { role: 'Budget' }),
        await ask('DELETE', `groups/${group}`),
        await ask('PUT', `groups/${group}/members`, { ids: [] }),
        await ask('DELETE', `groups/${group}/members/${product.id}`),
      ];
      for (const { status, body } of refused)
        expect([status, body['error']?.['message']]).toEqual([
          409,
          expect.stringContaining('product stays Administrator'),
        ]);
      expect(await rolesOf(own, product)).toEqual(['Administrator', 'Product']);

      // The own role of the last administrator may go down: the group holds the role.
      const lower = await ask('POST', 'users/roles', { users: [{ id: product.id, role }] });
      expect(lower.body['data']).toMatchObject({ succeeded: 1 });
      expect(await rolesOf(own, product)).toEqual(['Administrator', 'Team']);
    } finally {
      await own.close();
    }
  });
});
