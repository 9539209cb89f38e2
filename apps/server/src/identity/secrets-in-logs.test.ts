import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { pairedApp, refreshBy } from '../features/pairing/testing.ts';
import { createBrowser, textOf } from '../testing/browser.ts';
import { testServer } from '../testing/test-server.ts';

it('no secret comes into the log, not even at its most talkative', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const test = await testServer({ log: pino({ level: 'trace' }, stream) });
  const secrets: string[] = [];
  try {
    const { administrator, team } = test.people;
    const link = await test.ask(administrator, 'POST', `/api/rest/users/${team.id}/signInLink`);
    const linkSecret = textOf(link.body.data?.url).split('=')[1] ?? '';
    const browser = createBrowser(test.server.app);
    await browser.ask('POST', '/auth/link', { secret: linkSecret });
    await browser.ask('POST', '/auth/password', { password: 'a secret password' });
    const other = createBrowser(test.server.app);
    await other.ask('POST', '/auth/session', { email: team.email, password: 'a secret password' });
    await other.ask('POST', '/auth/session', { email: team.email, password: 'a wrong password' });
    const made = await test.ask(team, 'POST', '/api/rest/tokens?secret=in-the-address', { name: 'x' });
    const app = await pairedApp(test, team);
    await refreshBy(test.server.app, app.refresh);
    await refreshBy(test.server.app, app.refresh);
    await test.ask({ ...team, token: 'an-unknown-token' }, 'GET', '/api/rest/me');
    secrets.push(linkSecret, 'a secret password', 'a wrong password', 'in-the-address', 'an-unknown-token');
    secrets.push(textOf(made.body.data?.token), app.secret, app.access, app.refresh, team.token);
    secrets.push(...browser.cookies.values(), ...other.cookies.values());
  } finally {
    await test.close();
  }
  expect(lines.length).toBeGreaterThan(5);
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(10);
    expect(lines.join('')).not.toContain(secret);
  }
});
