import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../../composition.ts';
import { createLog } from '../../log.ts';
import { textOf } from '../../testing/browser.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

interface Made {
  id: string;
  token: string;
}

async function addToken(person: TestPerson, name = 'script'): Promise<Made> {
  const { status, body } = await test.ask(person, 'POST', '/api/rest/tokens', { name });
  expect(status).toBe(200);
  return { id: textOf(body.data?.id), token: textOf(body.data?.token) };
}

async function idsOf(person: TestPerson, query = ''): Promise<string[]> {
  const { body } = await test.ask(person, 'GET', `/api/rest/tokens${query}`);
  return (body.data as unknown as { id: string }[]).map(({ id }) => id);
}

const use = (token: string) => test.ask({ ...test.people.team, token }, 'GET', '/api/rest/me');

describe('API tokens', () => {
  it('are good for one year, and shown in the answer to their making only', async () => {
    const { team } = test.people;
    const answer = await test.ask(team, 'POST', '/api/rest/tokens', { name: 'script' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body.data).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'script',
      userId: team.id,
      userName: 'team',
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
      expires: expect.stringMatching(/Z$/),
      lastUsed: null,
      token: expect.stringMatching(/^stint_[\w-]{43}$/),
    });
    const { created, expires } = answer.body.data as unknown as { created: string; expires: string };
    expect(Number(expires.slice(0, 4)) - Number(created.slice(0, 4))).toBe(1);
    const list = await test.ask(team, 'GET', '/api/rest/tokens');
    expect(JSON.stringify(list.body)).toContain(textOf(answer.body.data?.id));
    expect(JSON.stringify(list.body)).not.toContain('stint_');
    expect((await use(textOf(answer.body.data?.token))).status).toBe(200);
  });

  it('end at once when they are revoked, also in another server process', async () => {
    const { database, environment } = {
      database: test.database,
      environment: test.server.dependencies.environment,
    };
    const second = await createServer({ config: database.config, environment, log: createLog('error') });
    try {
      const { id, token } = await addToken(test.people.team);
      const elsewhere = async () =>
        (
          await second.app.inject({
            url: '/api/rest/me?api-version=3.2',
            headers: { authorization: `Bearer ${token}` },
          })
        ).statusCode;
      expect(await elsewhere()).toBe(200);
      expect((await test.ask(test.people.team, 'DELETE', `/api/rest/tokens/${id}`)).body).toEqual({
        data: null,
      });
      expect((await use(token)).status).toBe(401);
      await expect.poll(elsewhere).toBe(401);
      expect((await test.ask(test.people.team, 'DELETE', `/api/rest/tokens/${id}`)).status).toBe(404);
    } finally {
      await second.close();
    }
  });

  it('are everyone’s own; an administrator sees and revokes all of the organization', async () => {
    const { team, product, administrator, stranger } = test.people;
    const [own, foreign] = [await addToken(team), await addToken(product)];
    expect(await idsOf(team)).toContain(own.id);
    expect(await idsOf(team)).not.toContain(foreign.id);
    expect((await test.ask(team, 'GET', '/api/rest/tokens?$all=true')).body.error).toMatchObject({
      errorCode: 'AccessDenied',
    });
    expect(await idsOf(administrator, '?$all=true')).toEqual(expect.arrayContaining([own.id, foreign.id]));
    expect(await idsOf(administrator)).not.toContain(own.id);
    expect((await test.ask(team, 'DELETE', `/api/rest/tokens/${foreign.id}`)).status).toBe(404);
    expect((await test.ask(stranger, 'DELETE', `/api/other/rest/tokens/${foreign.id}`)).status).toBe(404);
    expect((await use(foreign.token)).status).toBe(200);
    expect((await test.ask(administrator, 'DELETE', `/api/rest/tokens/${foreign.id}`)).status).toBe(200);
    expect((await use(foreign.token)).status).toBe(401);
  });

  it('do not work at another organization', async () => {
    const { team, stranger } = test.people;
    expect((await test.ask(team, 'GET', '/api/other/rest/me')).status).toBe(401);
    expect((await test.ask(stranger, 'GET', '/api/rest/me')).status).toBe(401);
  });

  it('expire', async () => {
    const { id, token } = await addToken(test.people.team);
    expect((await use(token)).status).toBe(200);
    const { system } = test.server.dependencies.database;
    await sql`update api_token set expires_at = now() where id = ${id}`.execute(system);
    await expect.poll(async () => (await use(token)).status).toBe(401);
  });

  it('are made once for an Idempotency-Key, which does not keep their value', async () => {
    const ask = () =>
      test.ask(
        test.people.budget,
        'POST',
        '/api/rest/tokens',
        { name: 'once' },
        { 'idempotency-key': 'once' },
      );
    const first = await ask();
    expect(first.status).toBe(200);
    const second = await ask();
    expect(second).toMatchObject({ status: 409, body: { error: { errorCode: 'DbValidationError' } } });
    expect(await idsOf(test.people.budget)).toHaveLength(2);
    const { rows } = await sql`select * from idempotency_key`.execute(
      test.server.dependencies.database.system,
    );
    expect(JSON.stringify(rows)).not.toContain('stint_');
  });

  it('are kept as hashes, and their audit rows hold no secret', async () => {
    const { id, token } = await addToken(test.people.team);
    await test.ask(test.people.team, 'DELETE', `/api/rest/tokens/${id}`);
    const { rows } = await sql<{ token: string; audits: string[] }>`
      select api_token::text as token,
        (select array_agg(a::text order by at) from audit_log a where entity = 'token' and entity_id = api_token.id::text) as audits
      from api_token where id = ${id}`.execute(test.server.dependencies.database.system);
    const text = JSON.stringify(rows);
    expect(text).toContain(createHash('sha256').update(token).digest('hex'));
    expect(text).not.toContain(token);
    expect(rows[0]?.audits).toEqual([expect.stringContaining('create'), expect.stringContaining('delete')]);
  });

  it('are refused without a name', async () => {
    for (const body of [{}, { name: '' }, { name: 'x'.repeat(101) }]) {
      expect((await test.ask(test.people.team, 'POST', '/api/rest/tokens', body)).status).toBe(409);
    }
  });
});
