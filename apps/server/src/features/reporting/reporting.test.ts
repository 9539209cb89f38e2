import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

const ask = (authorization: string | null, url = '/api/odata/v3.2/workLogsOnly') =>
  test.ask(null, 'GET', url, undefined, authorization === null ? {} : { authorization });

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

it('asks for a user and password when there are no credentials', async () => {
  const answer = await ask(null);
  expect(answer).toMatchObject({ status: 401, body: { error: { code: 'UnauthorizedError' } } });
  expect(answer.headers['www-authenticate']).toMatch(/^Basic realm="Stint"/);
});

it.each(['', 'any', 'ann@demo.local'])(
  'takes a token as the password, whatever the user name: "%s"',
  async (user) => {
    expect((await ask(basic(user, test.people.team.token))).status).toBe(200);
    expect((await ask(basic(user, 'wrong'))).status).toBe(401);
  },
);

it('takes a bearer token, and both at the on-premises address', async () => {
  const { team, stranger, none } = test.people;
  expect((await ask(`Bearer ${team.token}`)).status).toBe(200);
  expect((await ask(basic('', stranger.token), '/api/other/odata/v3.2/')).status).toBe(200);
  expect((await ask(basic('', stranger.token))).status).toBe(401);
  expect((await ask(basic('', none.token))).status).toBe(403);
});

it('is the only place that takes Basic', async () => {
  expect((await ask(basic('', test.people.team.token), '/api/rest/me')).status).toBe(401);
});

it.each(['Basic', 'Basic !!!', 'Digest x', 'Basic Og=='])(
  'refuses malformed credentials: %s',
  async (authorization) => {
    expect((await ask(authorization)).status).toBe(401);
  },
);
