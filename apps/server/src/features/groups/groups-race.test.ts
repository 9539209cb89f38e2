import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { administrators, makeGroup, rolesOf } from './testing.ts';

let at: TestServer;

beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

test('two administrators who take each other’s role through groups and own roles at once leave one', async () => {
  const { administrator } = at.people;
  for (let round = 0; round < 5; round += 1) {
    const second = await at.addPerson(at.organizationId, `second${round}`, 'Team');
    const group = await makeGroup(at, { name: `Owners ${round}`, role: 'Administrator' }, [second]);
    const take = (by: TestPerson, from: TestPerson) =>
      at.ask(by, 'POST', '/api/rest/users/roles', { users: [{ id: from.id, role: { name: 'Team' } }] });
    await Promise.all([
      take(second, administrator),
      at.ask(administrator, 'DELETE', `/api/rest/groups/${group}/members/${second.id}`),
      at.ask(administrator, 'PATCH', `/api/rest/groups/${group}`, { role: 'Team' }),
      take(second, administrator),
      at.ask(administrator, 'DELETE', `/api/rest/groups/${group}`),
    ]);
    expect(await administrators(at)).toBe(1);
    // For the next round, whoever has stayed makes the first one administrator again.
    if ((await rolesOf(at, administrator))[0] !== 'Administrator') {
      const body = { users: [{ id: administrator.id, role: { name: 'Administrator' } }] };
      await at.ask(second, 'POST', '/api/rest/users/roles', body);
      await at.ask(administrator, 'DELETE', `/api/rest/groups/${group}`);
    }
  }
});

test('changes of memberships in crossing orders all end well, and the roles fit them', async () => {
  const people = await Promise.all(
    ['ines', 'jonas', 'karl'].map((name) => at.addPerson(at.organizationId, name, 'Team')),
  );
  const [a, b] = [
    await makeGroup(at, { name: 'Crossing a', role: 'Product' }),
    await makeGroup(at, { name: 'Crossing b', role: 'Budget' }),
  ];
  const { administrator } = at.people;
  const put = (group: string, members: TestPerson[]) =>
    at.ask(administrator, 'PUT', `/api/rest/groups/${group}/members`, { ids: members.map(({ id }) => id) });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => [
      put(a, people),
      put(b, people.toReversed()),
      put(a, people.slice(1)),
      put(b, people.slice(0, 2)),
    ]).flat(),
  );
  for (const { status } of answers) expect(status).toBe(200);
  await put(a, people.slice(1));
  await put(b, people.slice(0, 1));
  const roles = await Promise.all(people.map(async (person) => (await rolesOf(at, person))[0]));
  expect(roles).toEqual(['Budget', 'Product', 'Product']);
});
