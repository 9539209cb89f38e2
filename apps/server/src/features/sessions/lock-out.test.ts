import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../../composition.ts';
import { createLog } from '../../log.ts';
import { type Browser, createBrowser } from '../../testing/browser.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { PASSWORD, personWithPassword } from './testing.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(async () => {
  await test.close();
});

const newBrowser = (): Browser => createBrowser(test.server.app);

const guess = (browser: Browser, email: string, address: string, password = 'wrong guess!') =>
  browser.ask('POST', '/auth/session', { email, password }, { 'x-forwarded-for': address });

describe('the lock-out', () => {
  it('refuses an account after ten wrong passwords, from any address and in every server process', async () => {
    const shared = await testServer({ environment: { trustedProxies: 1 } });
    const { database, environment } = {
      database: shared.database,
      environment: shared.server.dependencies.environment,
    };
    const second = await createServer({ config: database.config, environment, log: createLog('error') });
    try {
      const browsers = [createBrowser(shared.server.app), createBrowser(second.app)];
      const email = 'Team@demo.local';
      const guesses = Array.from({ length: 10 }, (_, index) =>
        guess(browsers[index % 2] ?? newBrowser(), email, `10.0.0.${index}`),
      );
      expect(new Set((await Promise.all(guesses)).map(({ status }) => status))).toEqual(new Set([401]));
      for (const browser of browsers) {
        const locked = await guess(browser, ' team@DEMO.local', '10.0.1.1');
        expect(locked).toMatchObject({ status: 429, body: { error: { errorCode: 'QuoteExceededError' } } });
        expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
      }
      expect((await guess(browsers[0] ?? newBrowser(), 'product@demo.local', '10.0.1.1')).status).toBe(401);
      const { rows } = await sql<{ subject: string }>`select subject from attempt_count`.execute(
        shared.server.dependencies.database.system,
      );
      expect(JSON.stringify(rows)).not.toMatch(/team@demo/i);
    } finally {
      await second.close();
      await shared.close();
    }
  });

  it('refuses an address after fifty wrong passwords for different accounts', async () => {
    const shared = await testServer({ environment: { trustedProxies: 1 } });
    try {
      const browser = createBrowser(shared.server.app);
      for (let index = 0; index < 50; index += 1) {
        expect((await guess(browser, `guessed${index}@demo.local`, '10.1.1.1')).status).toBe(401);
      }
      expect((await guess(browser, 'another@demo.local', '10.1.1.1')).status).toBe(429);
      expect((await guess(browser, 'another@demo.local', '10.1.1.2')).status).toBe(401);
    } finally {
      await shared.close();
    }
  });

  it('forgets an account’s wrong passwords after a right one', async () => {
    const person = await personWithPassword(test);
    const browser = newBrowser();
    for (let round = 0; round < 2; round += 1) {
      for (let index = 0; index < 9; index += 1) {
        const wrong = { email: person.email, password: 'wrong guess!' };
        expect((await browser.ask('POST', '/auth/session', wrong)).status).toBe(401);
      }
      const right = { email: person.email, password: PASSWORD };
      expect((await browser.ask('POST', '/auth/session', right)).status).toBe(200);
    }
  });
});
