import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { textOf } from '../../testing/browser.ts';
import { setSettings } from '../../contract-tests/settings.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { approvalsForMail } from '../time-approval/for-mail.ts';
import { remindAll } from './reminder-job.ts';
import { createMails } from './service.ts';

/** Tuesday 2026-03-10 09:30 in Berlin, where everybody is. */
const TUESDAY = Date.parse('2026-03-10T08:30:00Z');
const MONDAY = TUESDAY - 86_400_000;
const HOUR = 3600;

let at: TestServer;
let now = TUESDAY;
let person: TestPerson;

beforeAll(async () => {
  at = await testServer({ clock: () => now });
});
afterAll(() => at.close());
beforeEach(async () => {
  const { system } = at.server.dependencies.database;
  for (const table of ['mail_message', 'reminder_run'] as const) await system.deleteFrom(table).execute();
  now = TUESDAY;
  person = await at.addPerson(at.organizationId, `p${uuid()}`, 'Team');
});

const remind = async () => {
  const mails = createMails({ mail: { url: 'smtp://127.0.0.1', from: 'a@b.c' }, publicUrl: null });
  const { dependencies } = at.server;
  await remindAll(dependencies, { mails, approvals: approvalsForMail(dependencies) });
};

async function letters(
  of: TestPerson = person,
): Promise<{ kind: string; subject: string; text: string; html: string }[]> {
  const rows = await at.server.dependencies.database.system
    .selectFrom('mail_message')
    .select(['kind', 'content'])
    .where('person_id', '=', of.id)
    .execute();
  return rows.map(({ kind, content }) => ({ kind, ...(content as object) }) as never);
}

const book = (day: string, hours: number, who = person) =>
  at.ask(who, 'POST', '/api/rest/workLogs', {
    timestamp: `2026-03-${day}T08:00:00`,
    length: hours * HOUR,
    comment: 'work',
  });

describe('hours of a day', () => {
  const settings = { reminderDailyLength: 8 * HOUR, futureDays: null };

  test('that are missing are told once', async () => {
    await setSettings(at, settings);
    await book('09', 6);
    await remind();
    await remind();
    expect(await letters()).toMatchObject([
      {
        kind: 'daily',
        subject: 'Time of 2026-03-09 is missing',
        text: expect.stringContaining('You tracked 06:00 of 08:00 on 2026-03-09.'),
      },
    ]);
  });

  test('that are there are not told, also when they go later', async () => {
    await setSettings(at, settings);
    const { body } = await book('09', 8);
    await remind();
    await at.ask(person, 'DELETE', `/api/rest/workLogs/${textOf(body['data']?.['id'])}`);
    await remind();
    expect(await letters()).toEqual([]);
  });

  test.each([
    ['before its time', { reminderTime: '09:31' }, TUESDAY],
    ['at weekends', {}, Date.parse('2026-03-14T12:00:00Z')],
    ['when it is off', { reminderDailyLength: null }, TUESDAY],
    ['in maintenance', { operation: 'maintenance' as const }, TUESDAY],
  ])('are not asked for %s', async (_name, more, moment) => {
    await setSettings(at, { ...settings, ...more });
    now = moment;
    await remind();
    expect(await letters()).toEqual([]);
  });

  test('are not asked of people who want no mail, nor of those without a role', async () => {
    await setSettings(at, settings);
    await at.ask(person, 'PATCH', '/api/rest/me/settings', { mailReminders: false });
    await remind();
    expect([await letters(), await letters(at.people.none)]).toEqual([[], []]);
  });

  test('go by the clock of the person, and by their language and format', async () => {
    await setSettings(at, settings);
    await at.ask(person, 'PATCH', '/api/rest/me/settings', {
      timeZone: 'Asia/Tokyo',
      locale: 'pl',
      durationFormat: '0.00',
    });
    // Six in the morning of Tuesday in Tokyo.
    now = Date.parse('2026-03-09T21:00:00Z');
    await remind();
    expect(await letters()).toEqual([]);
    now += 3 * HOUR * 1000;
    await remind();
    expect(await letters()).toMatchObject([
      { subject: 'Brakuje czasu za 2026-03-09', html: expect.stringContaining('zapisano 0.00 z 8.00') },
    ]);
  });
});

describe('on Mondays', () => {
  test('a week that is short, and one that was not submitted, are told', async () => {
    await setSettings(at, { reminderWeeklyLength: 40 * HOUR, reminderUnsubmitted: true });
    now = MONDAY;
    await book('04', 10);
    await remind();
    expect((await letters()).map(({ subject }) => subject).toSorted()).toEqual([
      'Please submit the week of 2026-03-02',
      'Time of the week of 2026-03-02 is missing',
    ]);
  });

  test('a submitted week is not', async () => {
    await setSettings(at, { reminderUnsubmitted: true });
    now = MONDAY;
    await book('04', 10);
    await at.ask(person, 'POST', '/api/rest/timeApproval/week', { weekStart: '2026-03-02' });
    await remind();
    expect(await letters()).toEqual([]);
  });

  test('managers are told what waits for them and who has not submitted', async () => {
    await setSettings(at, { managerDigest: true });
    now = MONDAY;
    await book('04', 10);
    await remind();
    expect(await letters(at.people.manager)).toMatchObject([
      { kind: 'digest', html: expect.stringMatching(new RegExp(`${person.email.split('@')[0]}.*10:00`)) },
    ]);
    expect(await letters()).toEqual([]);
  });
});

test('a budget that reaches a threshold is told to those who see budgets, once', async () => {
  await setSettings(at, {});
  const system = at.server.dependencies.database.system;
  const id = uuid();
  const row = { organization_id: at.organizationId, id, name: `Budget ${id}`, planned_seconds: 36_000 };
  await system.insertInto('budget').values(row).execute();
  await system
    .insertInto('audit_log')
    .values({
      organization_id: at.organizationId,
      id: uuid({ msecs: now }),
      at: new Date(now).toISOString(),
      via: 'job',
      action: 'threshold',
      entity: 'budget',
      entity_id: id,
      after: JSON.stringify({ percent: 75, plannedLength: 36_000, trackedLength: 28_800 }),
    })
    .execute();
  await remind();
  await remind();
  expect(await letters(at.people.budget)).toMatchObject([
    {
      kind: 'budget',
      subject: `Budget Budget ${id}: 75 % used`,
      text: expect.stringContaining('08:00 of 10:00'),
    },
  ]);
  expect(await letters()).toEqual([]);
});

test('administrators are warned of a token that ends, once for each warning', async () => {
  await setSettings(at, { budgetMail: false });
  const { system } = at.server.dependencies.database;
  const row = { organization_id: at.organizationId, url: 'http://x', sealed_pat: Buffer.from('x') };
  await system
    .insertInto('azure_devops_connection')
    .values({ ...row, expires_on: '2026-03-30' })
    .execute();
  await remind();
  await remind();
  now = Date.parse('2026-03-24T12:00:00Z');
  await remind();
  now = Date.parse('2026-03-31T12:00:00Z');
  await remind();
  expect((await letters(at.people.administrator)).map(({ subject }) => subject)).toEqual([
    'The connection to Azure DevOps ends in 20 days',
    'The connection to Azure DevOps ends in 6 days',
    'The connection to Azure DevOps has ended',
  ]);
  expect(await letters(at.people.budget)).toEqual([]);
  await system.deleteFrom('azure_devops_connection').execute();
});
