import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { askForToken, newPin, pairedApp, redeem, refreshBy } from './testing.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

async function typedSecret(): Promise<string> {
  const { pin, secret } = await newPin(test);
  await test.ask(test.people.team, 'POST', '/api/rest/apps', { pin });
  return secret;
}

const callMe = (access: string) => test.ask({ ...test.people.team, token: access }, 'GET', '/api/rest/me');

describe('redeeming a PIN’s secret', () => {
  it('answers the documented fields, uncached', async () => {
    const { status, body, headers } = await redeem(test.server.app, await typedSecret());
    expect(status).toBe(200);
    const date = expect.stringMatching(
      /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/,
    );
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^[\w-]{43}$/),
      '.issued': date,
      '.expires': date,
      client_id: 'OpenApi',
    });
    const life = Date.parse(textOf(body['.expires'])) - Date.parse(textOf(body['.issued']));
    expect(life).toBe(3_600_000);
    expect(headers['cache-control']).toBe('no-store');
    expect((await callMe(textOf(body.access_token))).status).toBe(200);
  });

  it.each(['/token', '/Token', '/TOKEN/', '/token?api-version=2.1', '/token/?x=y&api-version='])(
    'is reached as %s',
    async (url) => {
      const fields = { client_id: 'OpenApi', grant_type: 'authorization_code', code: await typedSecret() };
      expect((await askForToken(test.server.app, fields, url)).status).toBe(200);
    },
  );

  it('reads JSON, and forms that do not encode the plus sign', async () => {
    const json = await test.ask(null, 'POST', '/token', {
      client_id: 'OpenApi',
      grant_type: 'authorization_code',
      code: await typedSecret(),
    });
    expect(json.status).toBe(200);
    let secret = await typedSecret();
    while (!secret.includes('+')) secret = await typedSecret();
    const bare = await test.server.app.inject({
      method: 'POST',
      url: '/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `client_id=OpenApi&grant_type=authorization_code&code=${secret}`,
    });
    expect(bare.statusCode).toBe(200);
  });

  it('works once, also when many try at the same moment', async () => {
    const secret = await typedSecret();
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(test.server.app, secret)));
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status !== 200)
        expect({ status, body }).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    }
    expect((await callMe(textOf(winners[0]?.body.access_token))).status).toBe(200);
  });

  it('is refused before the PIN was typed, and when it was typed too long ago', async () => {
    const { secret } = await newPin(test);
    expect((await redeem(test.server.app, secret)).body).toMatchObject({ error: 'invalid_grant' });
    const typed = await typedSecret();
    await sql`update pairing set expires_at = now()`.execute(test.server.dependencies.database.system);
    expect((await redeem(test.server.app, typed)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('finds the organization of an app that paired by its collection', async () => {
    const { stranger } = test.people;
    const created = await test.ask(null, 'POST', '/api/other/pin/create');
    await test.ask(stranger, 'POST', '/api/other/rest/apps', { pin: textOf(created.body.pin) });
    const tokens = await redeem(test.server.app, textOf(created.body.secret));
    const as = { ...stranger, token: textOf(tokens.body.access_token) };
    expect((await test.ask(as, 'GET', '/api/other/rest/me')).status).toBe(200);
    expect((await test.ask(as, 'GET', '/api/rest/me')).status).toBe(401);
  });
});

describe('refreshing', () => {
  it('rotates: new tokens work, and the refresh token has changed', async () => {
    const app = await pairedApp(test, test.people.team);
    const { status, body } = await refreshBy(test.server.app, app.refresh);
    expect(status).toBe(200);
    expect(body.refresh_token).not.toBe(app.refresh);
    expect((await callMe(textOf(body.access_token))).status).toBe(200);
    expect((await refreshBy(test.server.app, textOf(body.refresh_token))).status).toBe(200);
  });

  it('leaves an act of the person on record, without a secret', async () => {
    const app = await pairedApp(test, test.people.team);
    await refreshBy(test.server.app, app.refresh);
    const { rows } = await sql<{ person_id: string; after: { appId: string } }>`
      select person_id, after from audit_log where entity = 'token' and action = 'issue' and entity_id = ${app.id}`.execute(
      test.server.dependencies.database.system,
    );
    const after = { appId: app.id, expires: expect.stringMatching(/Z$/) };
    expect(rows).toEqual([
      { person_id: test.people.team.id, after },
      { person_id: test.people.team.id, after },
    ]);
  });

  it('ends the whole family when a used token comes again', async () => {
    const app = await pairedApp(test, test.people.team);
    const second = await refreshBy(test.server.app, app.refresh);
    const reused = await refreshBy(test.server.app, app.refresh);
    expect(reused).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await callMe(app.access)).status).toBe(401);
    expect((await callMe(textOf(second.body.access_token))).status).toBe(401);
    expect((await refreshBy(test.server.app, textOf(second.body.refresh_token))).status).toBe(400);
    const list = await test.ask(test.people.team, 'GET', '/api/rest/apps');
    expect(JSON.stringify(list.body)).not.toContain(app.id);
    const { rows } = await sql<{ action: string; after: unknown }>`
      select action, after from audit_log where entity_id = ${app.id} and action = 'delete'`.execute(
      test.server.dependencies.database.system,
    );
    expect(rows).toEqual([{ action: 'delete', after: { reason: 'a refresh token was used twice' } }]);
  });

  it('gives tokens to one of many at the same moment, and then ends the family', async () => {
    const app = await pairedApp(test, test.people.team);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => refreshBy(test.server.app, app.refresh)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
    expect((await callMe(app.access)).status).toBe(401);
  });

  it('does not take access tokens, PIN secrets or unknown texts', async () => {
    const app = await pairedApp(test, test.people.team);
    for (const token of [app.access, app.secret, 'unknown', test.people.team.token]) {
      expect((await refreshBy(test.server.app, token)).body).toMatchObject({ error: 'invalid_grant' });
    }
    expect((await callMe(app.refresh)).status).toBe(401);
    expect((await callMe(app.access)).status).toBe(200);
  });

  it('ends with the year, and access tokens with the hour', async () => {
    const app = await pairedApp(test, test.people.team);
    const { rows } = await sql<{ kind: string; days: number }>`
      select kind, extract(epoch from expires_at - issued_at) / 86400 as days from oauth_token
      where app_id = ${app.id} order by kind`.execute(test.server.dependencies.database.system);
    expect(rows.map(({ kind, days }) => [kind, Math.round(days * 24)])).toEqual([
      ['access', 1],
      ['refresh', expect.toSatisfy((hours: number) => hours === 365 * 24 || hours === 366 * 24)],
    ]);
    await sql`update oauth_token set expires_at = now() where app_id = ${app.id}`.execute(
      test.server.dependencies.database.system,
    );
    expect((await callMe(app.access)).status).toBe(401);
    expect((await refreshBy(test.server.app, app.refresh)).status).toBe(400);
  });
});

describe('a wrong request', () => {
  const right = { client_id: 'OpenApi', grant_type: 'authorization_code', code: 'x' };
  it.each([
    [{}, 'invalid_request'],
    [{ ...right, client_id: '' }, 'invalid_request'],
    [{ ...right, client_id: 'Other' }, 'invalid_client'],
    [{ ...right, grant_type: '' }, 'invalid_request'],
    [{ ...right, grant_type: 'password' }, 'unsupported_grant_type'],
    [{ ...right, code: '' }, 'invalid_request'],
    [{ client_id: 'OpenApi', grant_type: 'refresh_token' }, 'invalid_request'],
    [right, 'invalid_grant'],
  ])('%j is %s', async (fields, error) => {
    const answer = await askForToken(test.server.app, fields);
    expect(answer).toMatchObject({ status: 400, body: { error, error_description: expect.any(String) } });
    expect(Object.keys(answer.body)).toHaveLength(2);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['a repeated field', 'client_id=OpenApi&client_id=OpenApi', 'application/x-www-form-urlencoded'],
    ['malformed JSON', '{"client_id"', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['a number in the place of a text', '{"client_id": 7}', 'application/json'],
    ['nothing', '', 'application/json'],
  ])('%s is invalid_request', async (_what, payload, type) => {
    const headers = { 'content-type': type };
    const answer = await test.server.app.inject({ method: 'POST', url: '/token', headers, payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_request', error_description: expect.any(String) });
  });
});

it('keeps no secret but as its hash', async () => {
  const app = await pairedApp(test, test.people.team);
  const { pin, secret } = await newPin(test);
  const { rows } = await sql<{ text: string }>`
    select (select json_agg(pairing)::text from pairing) || (select json_agg(oauth_token)::text from oauth_token)
      || (select json_agg(paired_app)::text from paired_app) || (select json_agg(audit_log)::text from audit_log) as text`.execute(
    test.server.dependencies.database.system,
  );
  const stored = rows[0]?.text ?? '';
  for (const each of [app.secret, app.access, app.refresh, secret]) {
    expect(stored).toContain(createHash('sha256').update(each).digest('hex'));
    expect(stored).not.toContain(each);
    expect(stored).not.toContain(Buffer.from(each).toString('hex'));
  }
  expect(stored).not.toContain(createHash('sha256').update(pin).digest('hex'));
});
