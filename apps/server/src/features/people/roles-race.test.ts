import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;
let second: TestPerson;

beforeAll(async () => {
  at = await testServer();
  second = await at.addPerson(at.organizationId, 'second', 'Administrator');
});
afterAll(() => at.close());

const roles = (...users: [TestPerson, string][]) => ({
  users: users.map(([{ id }, name]) => ({ id, role: { name } })),
});

async function administrators(): Promise<number> {
  const { system } = at.server.dependencies.database;
  const rows = await system
    .selectFrom('person')
    .select('id')
    .where('organization_id', '=', at.organizationId)
    .where('role', '=', 'Administrator')
    .execute();
  return rows.length;
}

test('role changes in crossing orders at the same moment all end well', async () => {
  const { administrator, team, product } = at.people;
  const bodies = [
    roles([team, 'Administrator'], [second, 'Administrator'], [product, 'Budget']),
    roles([second, 'Administrator'], [product, 'Product'], [team, 'Team']),
    roles([product, 'Budget'], [team, 'Product'], [second, 'Administrator']),
  ];
  const asked = Array.from({ length: 30 }, (_, index) =>
    at.ask(administrator, 'POST', '/api/rest/users/roles', bodies[index % 3]),
  );
  const answers = await Promise.all(asked);
  for (const { status, body } of answers)
    expect([status, body['data']]).toEqual([200, { succeeded: 3, failed: 0, failedEntries: [] }]);
});

test('two administrators who take each other’s role at the same moment leave one', async () => {
  const { administrator, team } = at.people;
  await at.ask(administrator, 'POST', '/api/rest/users/roles', roles([team, 'Team']));
  expect(await administrators()).toBe(2);
  await Promise.all([
    ...Array.from({ length: 5 }, () =>
      at.ask(administrator, 'POST', '/api/rest/users/roles', roles([second, 'Team'])),
    ),
    ...Array.from({ length: 5 }, () =>
      at.ask(second, 'POST', '/api/rest/users/roles', roles([administrator, 'Team'])),
    ),
  ]);
  expect(await administrators()).toBe(1);
});
