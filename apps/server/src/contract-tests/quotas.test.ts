import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type Server } from '../composition.ts';
import { readEnvironment } from '../environment.ts';
import { createLog } from '../log.ts';
import { type TestPerson, type TestServer, testServer } from '../testing/test-server.ts';
import { refusalFault } from './shapes.ts';
import { roomInWindow } from './window.ts';

let at: TestServer;
let servers: Server[] = [];

beforeAll(async () => {
  at = await testServer();
  const environment = readEnvironment({ STINT_QUOTA: 'free' });
  const options = { config: at.database.config, environment, log: createLog('error') };
  servers = [await createServer(options), await createServer(options)];
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await at.close();
});

/** Sends requests of these people to both server processes in turn, all at the same moment. */
function burst(people: readonly TestPerson[], each: number, path = '/api/rest/me') {
  const requests = people.flatMap((person) =>
    Array.from({ length: each }, (_, index) => ({ person, server: servers[index % 2] })),
  );
  return Promise.all(
    requests.map(async ({ person, server }) => {
      const headers = { authorization: `Bearer ${person.token}` };
      const answer = await server?.app.inject({ url: `${path}?api-version=3.2`, headers });
      return {
        status: answer?.statusCode,
        body: answer?.json() as object,
        retryAfter: answer?.headers['retry-after'],
      };
    }),
  );
}

const accepted = (answers: readonly { status: number | undefined }[]) =>
  answers.filter(({ status }) => status === 200).length;

describe('two server processes on one database', () => {
  test('share a person’s limit: together they accept exactly 5 a minute, and the rest is refused as documented', async () => {
    await roomInWindow(60, 20);
    const answers = await burst([at.people.team], 16);
    expect(accepted(answers)).toBe(5);
    for (const { status, body, retryAfter } of answers.filter((answer) => answer.status !== 200)) {
      expect([status, refusalFault(429, body, retryAfter)]).toEqual([429, null]);
    }
    expect(accepted(await burst([at.people.team], 4))).toBe(0);
  });

  test('one person’s limit leaves others alone', async () => {
    expect(accepted(await burst([at.people.product], 2))).toBe(2);
  });

  test('share the organization’s limit, which is that of 20 people', async () => {
    await roomInWindow(60, 20);
    const people = await Promise.all(
      Array.from({ length: 60 }, (_, index) => at.addPerson(at.otherOrganizationId, `p${index}`, 'Team')),
    );
    const answers = await burst(people, 5, '/api/other/rest/me');
    expect(accepted(answers)).toBe(100);
  });
});

test('calls without credentials and calls of the sign-in are not counted against anybody', async () => {
  const answer = await servers[0]?.app.inject({ url: '/auth/methods' });
  expect(answer?.statusCode).toBe(200);
});
