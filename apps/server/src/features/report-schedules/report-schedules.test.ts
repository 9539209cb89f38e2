import { beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../log.ts';
import { useService } from '../reporting/queries/use-service.ts';
import { createMails } from '../mail/service.ts';
import { askReports } from '../reporting/ask.ts';
import { createReports } from '../reports/service.ts';
import { runDue } from './job.ts';

const service = useService();
const TEAM_OVERVIEW = '7e9027a0-0000-4000-8000-000000000002';

/** The demo's year ends on 2026-11-20. */
let now = Date.parse('2026-11-20T12:00:00Z');
beforeEach(async () => {
  now = Date.parse('2026-11-20T12:00:00Z');
  for (const table of ['mail_message', 'report_schedule'] as const)
    await service.db.deleteFrom(table).execute();
});

async function ask(account: string, method: 'GET' | 'POST', path: string, body?: object) {
  const answer = await service.server.app.inject({
    method,
    url: `/api/rest/${path}?api-version=3.2`,
    headers: {
      authorization: `Bearer ${service.tokenOf(account)}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, data: JSON.parse(answer.body).data as Record<string, unknown> };
}

async function plan(account: string, more: object = {}) {
  const body = { reportId: TEAM_OVERVIEW, frequency: 'daily', timeOfDay: '08:00', ...more };
  const { status, data } = await ask(account, 'POST', 'reportSchedules', body);
  expect(status).toBe(200);
  await service.db.updateTable('report_schedule').set({ next_run_at: '2026-11-20T07:00:00Z' }).execute();
  return String(data['id']);
}

async function run(): Promise<void> {
  const { dependencies } = service.server;
  await runDue({
    ...dependencies,
    log: createLog('silent'),
    clock: () => now,
    mails: createMails({ mail: { url: 'smtp://127.0.0.1', from: 'a@b.c' }, publicUrl: null }),
    reports: createReports(),
    ask: askReports(dependencies),
  });
}

interface Content {
  subject: string;
  text: string;
  html: string;
  attachments: { name: string; type: string; base64: string }[];
}

async function letters(): Promise<{ personId: string; content: Content }[]> {
  const rows = await service.db
    .selectFrom('mail_message')
    .select(['person_id as personId', 'content'])
    .orderBy('person_id')
    .execute();
  return rows as never;
}

describe('a report that is due', () => {
  test('is sent once, as tables, and planned for the next day', async () => {
    await plan('ann');
    await Promise.all([run(), run()]);
    await run();
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter?.personId).toBe(service.idOf('ann'));
    expect(letter?.content.subject).toBe('Report: Team Overview');
    expect(letter?.content.text).toContain('2026-11-01 – 2026-11-30');
    const { rows } = { rows: await service.db.selectFrom('report_schedule').selectAll().execute() };
    expect(rows).toMatchObject([{ fault: null, leased_until: null, last_run_at: expect.any(String) }]);
    expect(Date.parse(rows[0]?.next_run_at ?? '')).toBeGreaterThan(now);
  });

  test('adds up what the reporting service adds up', async () => {
    await plan('ann');
    await run();
    const filter = 'Timestamp ge 2026-11-01T00:00:00Z and Timestamp lt 2026-12-01T00:00:00Z';
    const [total] = await service.rows(
      `workLogsOnly?$apply=filter(${filter})/aggregate(PeriodLength with sum as Sum)`,
      { account: 'ann' },
    );
    const minutes = Math.ceil(Number(total?.['Sum']) / 60);
    const text = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    expect((await letters())[0]?.content.text).toContain(`This month\n\nPeriodLength\n${text}`);
  });

  test('shows to everybody what its owner sees, and no more', async () => {
    await plan('cleo', { recipientIds: [service.idOf('ann'), service.idOf('cleo')] });
    await run();
    const [one, two] = await letters();
    const others = service.people.filter(({ email }) => email !== 'cleo@demo.local');
    expect(one?.content.text.replace(/^.*\n/, '')).toBe(two?.content.text.replace(/^.*\n/, ''));
    const people = one?.content.text.split('People\n')[1]?.split('\n\n')[1] ?? '';
    for (const { display_name: name } of others) expect(people).not.toContain(name);
  });

  test.each([
    ['csv', /^text\/csv/, (bytes: Buffer) => bytes.toString('utf8').includes('PeriodLength')],
    ['xlsx', /spreadsheetml/, (bytes: Buffer) => bytes.subarray(0, 2).toString() === 'PK'],
  ])('comes with its tables as %s', async (attachment, type, isRight) => {
    await plan('ann', { attachment });
    await run();
    const files = (await letters())[0]?.content.attachments ?? [];
    expect(files.length).toBe(9);
    expect(files[0]).toMatchObject({ name: `01 Today.${attachment}`, type: expect.stringMatching(type) });
    expect(isRight(Buffer.from(files[0]?.base64 ?? '', 'base64'))).toBe(true);
  });

  test('whose query is wrong says so in its place', async () => {
    const widget = {
      type: 'Number',
      title: 'Broken',
      endpoint: 'workLogsOnly',
      query: '$filter=Nope eq 1',
      fieldName: 'x',
    };
    const report = await ask('ann', 'POST', 'reports', { name: 'Broken', widgets: [widget] });
    await plan('ann', { reportId: report.data['id'] });
    await run();
    expect((await letters())[0]?.content.text).toMatch(/Broken[\s\S]*could not be made: .*Nope/);
  });

  test('that is gone is noted, and nothing is sent', async () => {
    await plan('ann');
    await service.db.updateTable('report_schedule').set({ report_id: crypto.randomUUID() }).execute();
    await run();
    expect(await letters()).toEqual([]);
    expect(await service.db.selectFrom('report_schedule').select('fault').execute()).toEqual([
      { fault: 'the report is there no more' },
    ]);
  });
});

describe('a plan', () => {
  test('for somebody who is nobody, or of a report that one does not see, is refused', async () => {
    const body = { reportId: TEAM_OVERVIEW, frequency: 'daily', timeOfDay: '08:00' };
    const report = await ask('ann', 'POST', 'reports', { name: 'Private' });
    const statuses = [
      await ask('cleo', 'POST', 'reportSchedules', { ...body, recipientIds: [crypto.randomUUID()] }),
      await ask('cleo', 'POST', 'reportSchedules', { ...body, reportId: report.data['id'] }),
      await ask('cleo', 'POST', 'reportSchedules', { ...body, timeOfDay: '25:00' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([409, 404, 409]);
  });

  test('goes with its report', async () => {
    const report = await ask('ann', 'POST', 'reports', { name: 'Short-lived' });
    const id = String(report.data['id']);
    await plan('ann', { reportId: id });
    await service.server.app.inject({
      method: 'DELETE',
      url: `/api/rest/reports/${id}?api-version=3.2`,
      headers: { authorization: `Bearer ${service.tokenOf('ann')}` },
    });
    expect(await service.db.selectFrom('report_schedule').select('id').execute()).toEqual([]);
  });
});
