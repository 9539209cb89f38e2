import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../log.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { findReaders } from './reader.ts';
import { sendMail } from './send-job.ts';
import { createMails } from './service.ts';
import { type MailServer, startMailServer } from './testing/mail-server.ts';
import { createSender } from './transport.ts';

const FROM = 'Stint <stint@example.com>';

interface Bench {
  stint: TestServer;
  server: MailServer;
  /** Puts a letter for the person `team` into the outbox. */
  enqueue: (key?: string) => Promise<boolean>;
  /** Starts one more process that sends. */
  start: (url?: string) => void;
  rows: () => Promise<{ state: string; attempts: number; fault: string | null; content: unknown }[]>;
  /** Makes letters that wait for their next try due. */
  hurry: () => Promise<void>;
}

async function openBench(): Promise<Bench> {
  const server = await startMailServer();
  const mail = { url: server.url, from: FROM };
  const stint = await testServer({ environment: { mail, publicUrl: 'https://time.example.com' } });
  onTestFinished(() => stint.close());
  const { database, organizations } = stint.server.dependencies;
  const mails = createMails({ mail, publicUrl: 'https://time.example.com' });
  return {
    stint,
    server,
    async enqueue(key = crypto.randomUUID()) {
      const organization = await organizations.byId(stint.organizationId);
      if (!organization) throw new Error('no organization');
      const db = database.organization(organization.id);
      const [reader] = await findReaders(db, organization, [stint.people.team.id]);
      if (!reader) throw new Error('no reader');
      return mails.enqueue(db, organization, reader, {
        kind: 'test',
        dedupeKey: key,
        subject: 'Grüße & more',
        paragraphs: ['First <b>paragraph</b>.'],
        tables: [{ title: 'A "table"', headers: ['x', 'y'], rows: [['<1>', 'long text']], note: 'cut' }],
        attachments: [{ name: 'x.csv', type: 'text/csv', base64: Buffer.from('a;b').toString('base64') }],
      });
    },
    start(url = server.url) {
      const dependencies = { database, log: createLog('silent') };
      const job = sendMail(dependencies, createSender({ url, from: FROM }), 20);
      job.start();
      onTestFinished(() => job.stop());
    },
    rows: () =>
      database.system.selectFrom('mail_message').select(['state', 'attempts', 'fault', 'content']).execute(),
    async hurry() {
      const { system } = database;
      await system.updateTable('mail_message').set({ next_attempt_at: '2020-01-01T00:00:00Z' }).execute();
    },
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(10);
}

test('a letter goes out as text and HTML with its attachment, and is forgotten', async () => {
  const { server, enqueue, start, rows } = await openBench();
  await enqueue();
  start();
  await until(() => server.received.length > 0);
  const [letter] = server.received;
  expect(letter).toMatchObject({ from: 'stint@example.com', to: ['team@demo.local'] });
  const raw = (letter?.raw ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  expect(raw).toMatch(/^From: Stint <stint@example\.com>/m);
  expect(letter?.raw).toMatch(/^Subject: =\?UTF-8\?Q\?Gr=C3=BC=C3=9Fe_=26_more\?=\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(letter?.raw).toMatch(/^Message-ID: <[\da-f-]{36}@127\.0\.0\.1>/m);
  expect(raw).toContain('First <b>paragraph</b>.');
  expect(raw).toContain('First &lt;b&gt;paragraph&lt;/b&gt;.');
  expect(raw).toContain('&lt;1&gt;</td>');
  expect(raw).toContain('href="https://time.example.com"');
  expect(raw).toMatch(/filename=x\.csv[\s\S]*YTti/);
  await until(async () => (await rows())[0]?.state === 'sent');
  expect(await rows()).toEqual([{ state: 'sent', attempts: 1, fault: null, content: null }]);
});

test('a letter with the same key is put in once', async () => {
  const { enqueue, rows } = await openBench();
  expect([await enqueue('one'), await enqueue('one'), await enqueue('two')]).toEqual([true, false, true]);
  expect(await rows()).toHaveLength(2);
});

test('of several processes one sends each letter', async () => {
  const { server, enqueue, start, rows } = await openBench();
  for (let index = 0; index < 20; index += 1) await enqueue();
  for (let index = 0; index < 3; index += 1) start();
  await until(async () => (await rows()).every(({ state }) => state === 'sent'));
  expect(server.received).toHaveLength(20);
  const ids = server.received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
  expect(new Set(ids).size).toBe(20);
});

test('what the server does not take now is tried again, with the same Message-ID', async () => {
  const { server, enqueue, start, rows, hurry } = await openBench();
  server.refuseWith = 451;
  await enqueue();
  start();
  await until(async () => (await rows())[0]?.fault !== null);
  expect(await rows()).toMatchObject([
    { state: 'pending', attempts: 1, fault: 'the mail server answered 451' },
  ]);
  server.refuseWith = null;
  await hurry();
  await until(() => server.received.length === 1);
  await until(async () => (await rows())[0]?.state === 'sent');
  expect(server.offered).toBe(2);
});

test('what the server refuses for good is given up', async () => {
  const { server, enqueue, start, rows } = await openBench();
  server.refuseWith = 550;
  await enqueue();
  start();
  await until(async () => (await rows())[0]?.state === 'failed');
  expect(await rows()).toEqual([
    { state: 'failed', attempts: 1, fault: 'the mail server answered 550', content: null },
  ]);
});

test.each([
  ['a wrong password', (url: string) => url.replace('secret', 'wrong'), /answered 535/],
  ['a server that is not there', () => 'smtp://127.0.0.1:9', /could not be sent: E/],
])('%s is told, and the letter waits', async (_name, change, fault) => {
  const { server, enqueue, start, rows } = await openBench();
  await enqueue();
  start(change(server.url));
  await until(async () => (await rows())[0]?.fault !== null);
  expect(await rows()).toMatchObject([{ state: 'pending', fault: expect.stringMatching(fault) }]);
  expect(JSON.stringify(await rows())).not.toContain('wrong');
});

test('who has no role any more gets nothing', async () => {
  const { stint, server, enqueue, start, rows } = await openBench();
  await enqueue();
  await stint.server.dependencies.database.system
    .updateTable('person')
    .set({ role: 'None' })
    .where('id', '=', stint.people.team.id)
    .execute();
  start();
  await until(async () => (await rows())[0]?.state === 'failed');
  expect(server.offered).toBe(0);
});

test('an administrator tries it out', async () => {
  const { stint, server } = await openBench();
  const { administrator } = stint.people;
  const tested = await stint.ask(administrator, 'POST', '/api/rest/mail/test');
  expect(tested.body['data']).toEqual({ sent: true, fault: null });
  expect(server.received[0]).toMatchObject({ to: ['administrator@demo.local'] });
  server.refuseWith = 550;
  const refused = await stint.ask(administrator, 'POST', '/api/rest/mail/test');
  expect(refused.body['data']).toEqual({ sent: false, fault: 'the mail server answered 550' });
  const status = await stint.ask(administrator, 'GET', '/api/rest/mail');
  expect(status.body['data']).toMatchObject({ isConfigured: true, from: FROM, pending: 0 });
});

test('without a mail server there are no letters, and a test says why', async () => {
  const stint = await testServer();
  onTestFinished(() => stint.close());
  const { body } = await stint.ask(stint.people.administrator, 'POST', '/api/rest/mail/test');
  expect(body['data']).toMatchObject({ sent: false, fault: expect.stringContaining('STINT_SMTP_URL') });
});
