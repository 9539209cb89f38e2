import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, type Server } from '../composition.ts';
import { readEnvironment } from '../environment.ts';
import { createLog } from '../log.ts';
import { textOf } from '../testing/browser.ts';
import { type TestPerson, type TestServer, testServer } from '../testing/test-server.ts';

let at: TestServer;
let neighbour: Server;

beforeAll(async () => {
  at = await testServer();
  const environment = readEnvironment({ STINT_QUOTA: 'off' });
  neighbour = await createServer({ config: at.database.config, environment, log: createLog('error') });
});
afterAll(async () => {
  await neighbour.close();
  await at.close();
});

/** Asks the other server process, which remembers the person after the first request. */
async function statusNextDoor(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await neighbour.app.inject({ url: '/api/rest/me?api-version=3.2', headers })).statusCode;
}

/** Waits for a status that the other process answers once it has heard of a change. */
async function expectNextDoor(token: string, status: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if ((await statusNextDoor(token)) === status) return;
    await sleep(25);
  }
  expect(await statusNextDoor(token)).toBe(status);
}

async function withToken(person: TestPerson): Promise<{ id: string; token: string }> {
  const { body } = await at.ask(person, 'POST', '/api/rest/tokens', { name: 'for a while' });
  return { id: textOf(body['data']?.['id']), token: textOf(body['data']?.['token']) };
}

test('a token that its owner ends is refused here at once and by every server process', async () => {
  const { team } = at.people;
  const { id, token } = await withToken(team);
  expect(await statusNextDoor(token)).toBe(200);
  expect((await at.ask(team, 'DELETE', `/api/rest/tokens/${id}`)).status).toBe(200);
  expect((await at.ask({ ...team, token }, 'GET', '/api/rest/me')).status).toBe(401);
  await expectNextDoor(token, 401);
});

test('an administrator ends anyone’s token', async () => {
  const { team, administrator, product } = at.people;
  const { id, token } = await withToken(team);
  expect((await at.ask(product, 'DELETE', `/api/rest/tokens/${id}`)).status).toBe(404);
  expect((await at.ask(administrator, 'DELETE', `/api/rest/tokens/${id}`)).status).toBe(200);
  await expectNextDoor(token, 401);
});

test('a role that is taken away ends the rights in every server process', async () => {
  const person = await at.addPerson(at.organizationId, 'leaver', 'Team');
  expect(await statusNextDoor(person.token)).toBe(200);
  const body = { users: [{ id: person.id, role: { name: 'None' } }] };
  expect((await at.ask(at.people.administrator, 'POST', '/api/rest/users/roles', body)).status).toBe(200);
  await expectNextDoor(person.token, 403);
});
