import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { type TestProvider, startTestProvider } from './testing/test-provider.ts';
import { createVisitor, type Visitor } from './testing/visitor.ts';

let test: TestServer;
let provider: TestProvider;
let address: string;
let visitor: Visitor;

beforeAll(async () => {
  address = `http://localhost:${await freePort()}`;
  provider = await startTestProvider([`${address}/auth/openid/callback`]);
  const { issuer, clientId, clientSecret } = provider;
  test = await testServer({
    environment: {
      publicUrl: address,
      openIdConnect: { issuer, clientId, clientSecret, name: 'Test provider', groupsClaim: 'groups' },
    },
  });
  await test.server.app.listen({ host: 'localhost', port: Number(new URL(address).port) });
});
afterAll(async () => {
  await test.close();
  await provider.close();
});
beforeEach(() => {
  visitor = createVisitor();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Session {
  user: { id: string; email: string; name: string };
  role: string;
  needsPassword: boolean;
}

async function sessionOf(who: Visitor): Promise<Session | null> {
  const page = await who.open(`${address}/auth/session`);
  return page.status === 200 ? (JSON.parse(page.text) as { data: Session }).data : null;
}

const start = (returnTo = '/weekly?from=2026-03-02') =>
  `${address}/auth/openid/start?returnTo=${encodeURIComponent(returnTo)}`;

const failed = (code: string) => `${address}/sign-in?error=${code}`;
const callback = (state: string) => `${address}/auth/openid/callback?code=x&state=${state}`;

describe('signing in at an OpenID Connect provider', () => {
  it('is offered on the sign-in page', async () => {
    const page = await visitor.open(`${address}/auth/methods`);
    expect(JSON.parse(page.text)).toMatchObject({
      data: { openIdConnect: { name: 'Test provider', url: '/auth/openid/start' } },
    });
  });

  it('makes a new person known with the role None, and returns to the page asked for', async () => {
    provider.accounts.set('nora', { email: 'nora@new.example', email_verified: true, name: 'Nora New' });
    const page = await visitor.signIn(start(), 'nora');
    expect(page.url.href).toBe(`${address}/weekly?from=2026-03-02`);
    expect(await sessionOf(visitor)).toMatchObject({
      user: { email: 'nora@new.example', name: 'Nora New' },
      role: 'None',
      needsPassword: false,
    });
    expect(visitor.cookies(new URL(address).host).has('stint_openid')).toBe(false);
  });

  it('finds a known person by the verified e-mail, and on the next visit by the subject', async () => {
    const { team } = test.people;
    provider.accounts.set('tom', { email: team.email.toUpperCase(), email_verified: true, name: 'Tom' });
    await visitor.signIn(start(), 'tom');
    expect(await sessionOf(visitor)).toMatchObject({ user: { id: team.id, name: 'team' }, role: 'Team' });

    provider.accounts.set('tom', { email: 'tom@elsewhere.example', email_verified: false, name: 'Tom' });
    const later = createVisitor();
    await later.signIn(start(), 'tom');
    expect(await sessionOf(later)).toMatchObject({ user: { id: team.id } });
  });

  it('begins a session with a new secret every time', async () => {
    const jar = visitor.cookies(new URL(address).host);
    jar.set('stint_session', 'chosen-by-an-attacker');
    provider.accounts.set('sue', { email: 'sue@new.example', email_verified: true, name: 'Sue' });
    await visitor.signIn(start(), 'sue');
    expect(jar.get('stint_session')).toMatch(/^[\w-]{43}$/);
  });

  it('does not take an e-mail that the provider has not verified', async () => {
    const { administrator } = test.people;
    provider.accounts.set('mallory', { email: administrator.email, email_verified: false, name: 'Mallory' });
    const page = await visitor.signIn(start(), 'mallory');
    expect(page.url.href).toBe(failed('email_unverified'));
    expect(await sessionOf(visitor)).toBeNull();
  });

  it('does not give one person to two subjects with the same e-mail', async () => {
    const { product } = test.people;
    provider.accounts.set('old', { email: product.email, email_verified: true, name: 'Old' });
    await visitor.signIn(start(), 'old');
    provider.accounts.set('successor', { email: product.email, email_verified: true, name: 'Successor' });
    const other = createVisitor();
    const page = await other.signIn(start(), 'successor');
    expect(page.url.href).toBe(failed('account_conflict'));
    expect(await sessionOf(other)).toBeNull();
  });

  it('sends PKCE with S256, state and nonce, all new for every start', async () => {
    const targets = [await visitor.peek(start()), await visitor.peek(start())];
    for (const { searchParams } of targets) {
      expect(searchParams.get('code_challenge_method')).toBe('S256');
      expect(searchParams.get('redirect_uri')).toBe(`${address}/auth/openid/callback`);
      for (const name of ['state', 'nonce', 'code_challenge'])
        expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    }
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(targets[0]?.searchParams.get(name)).not.toBe(targets[1]?.searchParams.get(name));
    }
  });

  it('leaves audit rows', async () => {
    const { rows } = await sql<{ kind: string }>`
      select distinct action || ' ' || entity as kind from audit_log where person_id is not null order by kind`.execute(
      test.server.dependencies.database.system,
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      'create externalIdentity',
      'create person',
      'signIn session',
    ]);
  });
});

describe('a way back that does not fit', () => {
  it('is refused without the cookie of this browser, and with a foreign state', async () => {
    const { searchParams } = await visitor.peek(start());
    const state = searchParams.get('state') ?? '';
    const stranger = createVisitor();
    expect((await stranger.peek(callback(state))).href).toBe(failed('state_mismatch'));
    expect((await visitor.peek(callback('wrong'))).href).toBe(failed('state_mismatch'));
    expect(await sessionOf(visitor)).toBeNull();
  });

  it('is refused with a code that the provider does not know', async () => {
    const { searchParams } = await visitor.peek(start());
    const url = `${address}/auth/openid/callback?code=unknown&state=${searchParams.get('state')}&iss=${provider.issuer}`;
    expect((await visitor.peek(url)).href).toBe(failed('sign_in_failed'));
  });

  it('says so when the person has declined', async () => {
    const { searchParams } = await visitor.peek(start());
    const url = `${address}/auth/openid/callback?error=access_denied&state=${searchParams.get('state')}`;
    expect((await visitor.peek(url)).href).toBe(failed('denied'));
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    'x',
  ])('never leads to another site: %j', async (returnTo) => {
    provider.accounts.set('rita', { email: 'rita@new.example', email_verified: true, name: 'Rita' });
    const page = await visitor.signIn(start(returnTo), 'rita');
    expect(page.url.href).toBe(`${address}/`);
  });
});

it('says so when the provider is down, and works when it is back', async () => {
  const port = await freePort();
  const openIdConnect = {
    issuer: `http://127.0.0.1:${port}`,
    clientId: 'stint',
    clientSecret: null,
    name: 'Down',
    groupsClaim: 'groups',
  };
  const lonely = await testServer({ environment: { openIdConnect } });
  try {
    const answer = await lonely.server.app.inject({ method: 'GET', url: '/auth/openid/start' });
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('/sign-in?error=provider_unavailable');
    const back = await startTestProvider(['http://localhost/auth/openid/callback'], port);
    try {
      const again = await lonely.server.app.inject({ method: 'GET', url: '/auth/openid/start' });
      expect(again.headers.location).toMatch(new RegExp(`^${back.issuer}/auth\\?`));
    } finally {
      await back.close();
    }
  } finally {
    await lonely.close();
  }
});

it('is not there without a provider', async () => {
  const plain = await testServer();
  try {
    expect((await plain.server.app.inject({ method: 'GET', url: '/auth/openid/start' })).statusCode).toBe(
      404,
    );
  } finally {
    await plain.close();
  }
});
