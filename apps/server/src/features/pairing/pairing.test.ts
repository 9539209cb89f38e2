import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { newPin, pairedApp, redeem } from './testing.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer({ environment: { trustedProxies: 1 } });
});
afterAll(async () => {
  await test.close();
});

const statusOf = (secret: string, collection = '') =>
  test.ask(null, 'POST', `/api/${collection}pin/status?api-version=2.1`, JSON.stringify(secret));

const pair = (pin: string, person = test.people.team, headers: Record<string, string> = {}) =>
  test.ask(person, 'POST', '/api/rest/apps', { pin }, headers);

/** Lets the minutes of all PINs pass. */
async function passMinutes(minutes: number): Promise<void> {
  await sql`update pairing set expires_at = expires_at - make_interval(mins => ${minutes})`.execute(
    test.server.dependencies.database.system,
  );
}

const create = (address: string) =>
  test.ask(null, 'POST', '/api/pin/create', undefined, { 'x-forwarded-for': address });

describe('a PIN', () => {
  it('has six digits, a Base64 secret of 32 bytes, and lives one minute', async () => {
    const answer = await test.ask(null, 'POST', '/api/PIN/Create/?api-version=2.1');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      pin: expect.stringMatching(/^\d{6}$/),
      secret: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
    });
    const { rows } = await sql<{ life: number }>`
      select extract(epoch from max(expires_at) - now())::float8 as life from pairing`.execute(
      test.server.dependencies.database.system,
    );
    expect(rows[0]?.life).toBeGreaterThan(50);
    expect(rows[0]?.life).toBeLessThanOrEqual(60);
  });

  it('is Validating until it is typed, Validated then, and WrongOrExpired once redeemed', async () => {
    const { pin, secret } = await newPin(test);
    expect((await statusOf(secret)).body).toEqual({ status: 'Validating' });
    const answer = await test.ask(
      test.people.team,
      'POST',
      '/api/rest/apps',
      { pin: ` ${pin.slice(0, 3)} ${pin.slice(3)} ` },
      { 'user-agent': 'x' },
    );
    expect(answer.body.data).toMatchObject({ userId: test.people.team.id, userName: 'team', lastUsed: null });
    expect((await statusOf(secret)).body).toEqual({ status: 'Validated' });
    expect((await redeem(test.server.app, secret)).status).toBe(200);
    expect((await statusOf(secret)).body).toEqual({ status: 'WrongOrExpired' });
  });

  it.each([
    ['a JSON string', (secret: string) => JSON.stringify(secret), 'application/json'],
    ['bare text', (secret: string) => secret, 'text/plain'],
    [
      'a string within a string',
      (secret: string) => JSON.stringify(JSON.stringify(secret)),
      'application/json',
    ],
    ['single quotes', (secret: string) => `'${secret}'`, 'application/json'],
  ])('tells its status to a client that sends %s', async (_what, write, type) => {
    const { secret } = await newPin(test);
    const headers = { 'content-type': type };
    const answer = await test.ask(null, 'POST', '/api/pin/status', write(secret), headers);
    expect(answer.body).toEqual({ status: 'Validating' });
  });

  it('is WrongOrExpired for an unknown secret, after a minute, and at another organization', async () => {
    expect((await statusOf('unknown')).body).toEqual({ status: 'WrongOrExpired' });
    const { pin, secret } = await newPin(test);
    expect((await statusOf(secret, 'other/')).body).toEqual({ status: 'WrongOrExpired' });
    expect((await pair(pin, test.people.stranger)).status).toBe(401);
    await passMinutes(1);
    expect((await statusOf(secret)).body).toEqual({ status: 'WrongOrExpired' });
    const late = await pair(pin);
    expect(late).toMatchObject({ status: 409, body: { error: { errorCode: 'DbValidationError' } } });
    expect(late.body.error?.message).toMatch(/A PIN lives one minute/);
  });

  it('of one organization cannot be typed in another', async () => {
    const { pin } = await newPin(test);
    const answer = await test.ask(test.people.stranger, 'POST', '/api/other/rest/apps', { pin });
    expect(answer.status).toBe(409);
  });

  it('is bound once, also when many type it at the same moment', async () => {
    const { pin } = await newPin(test);
    const { team, product, budget } = test.people;
    const answers = await Promise.all(
      [team, product, budget, team, product].map((person) => pair(pin, person)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
  });

  it('must be six digits', async () => {
    for (const pin of ['', '12345', '1234567', 'abcdef']) expect((await pair(pin)).status).toBe(409);
  });

  it('is given to an address thirty times a minute', async () => {
    // The minute of the server's clock may change once while we ask.
    const asked = await Promise.all(Array.from({ length: 61 }, () => create('10.9.9.9')));
    const refused = asked.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await create('10.9.9.8')).status).toBe(200);
    const pins = asked.flatMap(({ status, body }) => (status === 200 ? [body.pin] : []));
    expect(new Set(pins).size).toBe(pins.length);
  });
});

describe('guessing PINs', () => {
  it('ends after ten wrong ones of a person, also for the right one', async () => {
    const person = await test.addPerson(test.organizationId, 'guesser', 'Team');
    const { pin } = await newPin(test);
    const wrong = pin === '000000' ? '000001' : '000000';
    const guesses = await Promise.all(Array.from({ length: 10 }, () => pair(wrong, person)));
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([409]));
    const answer = await pair(pin, person);
    expect(answer).toMatchObject({ status: 429, body: { error: { errorCode: 'QuoteExceededError' } } });
    expect((await pair(pin)).status).toBe(200);
  });
});

it('goes on when more guesses with Idempotency-Keys come at once than there are connections', async () => {
  const person = await test.addPerson(test.organizationId, 'hasty', 'Team');
  const guesses = Array.from({ length: 30 }, (_, index) =>
    pair('123456', person, { 'idempotency-key': `guess-${index}` }),
  );
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 409)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(20);
});

describe('paired apps', () => {
  it('are listed for their person, and unpaired one by one with their tokens at once', async () => {
    const person = await test.addPerson(test.organizationId, 'owner', 'Team');
    const [first, second] = [await pairedApp(test, person), await pairedApp(test, person)];
    const use = (access: string) => test.ask({ ...person, token: access }, 'GET', '/api/rest/me');
    expect((await use(first.access)).status).toBe(200);
    expect((await test.ask(person, 'GET', '/api/rest/apps')).body.data).toMatchObject([
      { id: second.id, name: 'Test app' },
      { id: first.id },
    ]);
    expect((await test.ask(test.people.product, 'GET', '/api/rest/apps')).body.data).not.toMatchObject([
      { id: first.id },
    ]);
    expect((await test.ask(test.people.administrator, 'DELETE', `/api/rest/apps/${first.id}`)).status).toBe(
      404,
    );
    expect((await test.ask(person, 'DELETE', `/api/rest/apps/${first.id}`)).body).toEqual({ data: null });
    expect((await use(first.access)).status).toBe(401);
    expect((await use(second.access)).status).toBe(200);
    expect((await test.ask(person, 'DELETE', `/api/rest/apps/${first.id}`)).status).toBe(404);
  });

  it('are all unpaired at once, only the caller’s', async () => {
    const person = await test.addPerson(test.organizationId, 'many', 'Team');
    const apps = [await pairedApp(test, person), await pairedApp(test, person)];
    const foreign = await pairedApp(test, test.people.budget);
    expect((await test.ask(person, 'DELETE', '/api/rest/apps')).body).toEqual({ data: null });
    for (const { access } of apps) {
      expect((await test.ask({ ...person, token: access }, 'GET', '/api/rest/me')).status).toBe(401);
    }
    expect((await test.ask({ ...person, token: foreign.access }, 'GET', '/api/rest/me')).status).toBe(200);
    expect((await test.ask(person, 'GET', '/api/rest/apps')).body).toEqual({ data: [] });
  });

  it('are unpaired before they have redeemed their secret', async () => {
    const { pin, secret } = await newPin(test);
    await pair(pin, test.people.product);
    await test.ask(test.people.product, 'DELETE', '/api/rest/apps');
    expect((await redeem(test.server.app, secret)).status).toBe(400);
  });

  it('leave audit rows', async () => {
    const { rows } = await sql<{ action: string }>`
      select distinct action from audit_log where entity = 'pairedApp' order by action`.execute(
      test.server.dependencies.database.system,
    );
    expect(rows).toEqual([{ action: 'create' }, { action: 'delete' }]);
  });
});
