import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { pairedApp, redeem, refreshBy } from './testing.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

const makeLink = async (person = test.people.team, collection = '') => {
  const { body } = await test.ask(person, 'POST', `/api/${collection}rest/apps/link`, { name: 'My desktop' });
  return new URL(textOf(body.data?.link));
};
const codeOf = (link: URL) => link.searchParams.get('code') ?? '';
const callMe = async (access: string) =>
  (await test.ask({ ...test.people.team, token: access }, 'GET', '/api/rest/me')).status;
const revoke = (payload: string, type = 'application/x-www-form-urlencoded') =>
  test.server.app.inject({
    method: 'POST',
    url: '/token/revoke',
    headers: { 'content-type': type },
    payload,
  });

describe('a link that pairs', () => {
  it('names the server and a code that gives tokens of the caller once', async () => {
    const link = await makeLink();
    expect([link.protocol, link.host]).toEqual(['stint:', 'pair']);
    expect(link.searchParams.get('server')).toMatch(/^http:\/\/localhost/);
    expect(link.searchParams.has('collection')).toBe(false);
    const { status, body } = await redeem(test.server.app, codeOf(link));
    expect(status).toBe(200);
    expect(await callMe(textOf(body.access_token))).toBe(200);
    expect((await redeem(test.server.app, codeOf(link))).status).toBe(400);
    const { body: apps } = await test.ask(test.people.team, 'GET', '/api/rest/apps');
    expect(apps.data).toMatchObject([{ name: 'My desktop' }]);
  });

  it('names the collection by which the page came', async () => {
    expect((await makeLink(test.people.stranger, 'other/')).searchParams.get('collection')).toBe('other');
  });

  it('is over after two minutes, and when its app is unpaired before', async () => {
    const [late, ended] = [await makeLink(test.people.product), await makeLink(test.people.budget)];
    await test.ask(test.people.budget, 'DELETE', '/api/rest/apps');
    await sql`update pairing set expires_at = expires_at - interval '2 minutes'
      where person_id = ${test.people.product.id}`.execute(test.server.dependencies.database.system);
    for (const link of [late, ended]) expect((await redeem(test.server.app, codeOf(link))).status).toBe(400);
    expect((await test.ask(test.people.product, 'GET', '/api/rest/apps')).body.data).toEqual([]);
  });

  it('needs credentials', async () => {
    expect((await test.ask(null, 'POST', '/api/rest/apps/link', {})).status).toBe(401);
  });
});

describe('an app that ends its own tokens', () => {
  it.each(['access', 'refresh'] as const)('by its %s token, all of them at once', async (kind) => {
    const app = await pairedApp(test, test.people.team);
    const other = await pairedApp(test, test.people.team);
    const answer = await revoke(new URLSearchParams({ token: app[kind] }).toString());
    expect([answer.statusCode, answer.json()]).toEqual([200, {}]);
    expect(await callMe(app.access)).toBe(401);
    expect((await refreshBy(test.server.app, app.refresh)).status).toBe(400);
    expect(await callMe(other.access)).toBe(200);
    const { body } = await test.ask(test.people.team, 'GET', '/api/rest/apps');
    expect(JSON.stringify(body.data)).not.toContain(app.id);
  });

  it('is answered alike for a token that nobody has, and twice', async () => {
    const app = await pairedApp(test, test.people.team);
    for (const token of ['unknown', app.refresh, app.refresh]) {
      const answer = await revoke(new URLSearchParams({ token }).toString());
      expect([answer.statusCode, answer.body]).toEqual([200, '{}']);
    }
  });

  it('stands in the audit log as the act of its person', async () => {
    const app = await pairedApp(test, test.people.team);
    await revoke(new URLSearchParams({ token: app.refresh }).toString());
    const rows = await test.server.dependencies.database.system
      .selectFrom('audit_log')
      .select(['action', 'via', 'person_id'])
      .where('entity', '=', 'pairedApp')
      .where('entity_id', '=', app.id)
      .where('action', '=', 'delete')
      .execute();
    expect(rows).toEqual([{ action: 'delete', via: 'pairing', person_id: test.people.team.id }]);
  });

  it.each([
    ['', 'application/x-www-form-urlencoded'],
    ['token=', 'application/x-www-form-urlencoded'],
    ['token=a&token=b', 'application/x-www-form-urlencoded'],
    ['{"token":7}', 'application/json'],
    ['[]', 'application/json'],
    ['{', 'application/json'],
  ])('is told what is wrong with %s', async (payload, type) => {
    const answer = await revoke(payload, type);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_request' });
  });
});
