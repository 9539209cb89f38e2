import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type TestServer, testServer } from '@stint/server/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stint } from '../testing/terminal.ts';

let folder: string;
let file: string;
let source: TestServer;
let target: TestServer;
/** What the database imported into held before. */
let before: object[];

const envOf = ({ database }: TestServer) => ({ DATABASE_URL: database.connectionString });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stint-export-'));
  file = join(folder, 'demo.gz');
  [source, target] = [await testServer(), await testServer()];
  await fill(source);
  await fillPages(source);
  await target.ask(target.people.team, 'POST', '/api/rest/workLogs', {
    length: 60,
    comment: 'of the target',
  });
  before = await lists(target, 'demo', target.people.administrator.token);
  expect(await stint(['export', '--organization', 'DEMO', file], envOf(source))).toMatchObject({
    code: 0,
    text: '',
    err: expect.stringContaining('no credentials'),
  });
});
afterAll(async () => {
  await source.close();
  await target.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Time of two people, a deleted entry, a running track, an identity, a budget, a group and settings. */
async function fill(stint: TestServer): Promise<void> {
  const { team, product, administrator } = stint.people;
  for (const [person, day] of [
    [team, 2],
    [team, 3],
    [product, 2],
  ] as const) {
    const entry = { length: 3600 * day, comment: 'ü "quoted"\n', timestamp: `2026-03-0${day}T08:00:00` };
    expect(await stint.ask(person, 'POST', '/api/rest/workLogs', entry)).toMatchObject({ status: 200 });
  }
  const removed = await stint.ask(team, 'POST', '/api/rest/workLogs', { length: 5, comment: 'deleted' });
  await stint.ask(team, 'DELETE', `/api/rest/workLogs/${String(removed.body['data']?.['id'])}`);
  await stint.ask(team, 'POST', '/api/tracking/client/startTracking', { remark: 'runs', timeZone: 60 });
  await stint.ask(administrator, 'PATCH', '/api/rest/settings', { futureDays: 7 });
  const { system } = stint.server.dependencies.database;
  const organization_id = stint.organizationId;
  const identity = {
    organization_id,
    person_id: team.id,
    issuer: 'https://login.example',
    subject: 'of team',
  };
  await system.insertInto('external_identity').values(identity).execute();
  const id = '0198b9a0-0000-7000-8000-000000000001';
  await system.insertInto('budget').values({ organization_id, id, name: 'Doors' }).execute();
  await system
    .insertInto('budget_assignment')
    .values({ organization_id, id, budget_id: id, work_item_id: 7, iteration_path: null, work_log_id: null })
    .execute();
  await system
    .insertInto('person_group')
    .values({ organization_id, id, name: 'Builders', source: 'stint', external_id: null })
    .execute();
  await system
    .insertInto('group_member')
    .values({ organization_id, group_id: id, person_id: team.id })
    .execute();
}

/** What people keep for themselves: a report with a plan, a layout of the Explorer, a calendar. */
async function fillPages({ server, people, organizationId }: TestServer): Promise<void> {
  const { system } = server.dependencies.database;
  const own = {
    organization_id: organizationId,
    person_id: people.team.id,
    id: '0198b9a0-0000-7000-8000-000000000002',
  };
  const content = JSON.stringify({ timeframeFilter: null, scope: 'Me', project: null, widgets: [] });
  await system
    .insertInto('report')
    .values({ ...own, name: 'Doors by week', share_id: null, content })
    .execute();
  await system
    .insertInto('report_schedule')
    .values({
      ...own,
      report_id: own.id,
      frequency: 'monthly',
      weekday: null,
      month_day: 31,
      time_of_day: '08:00',
      recipient_ids: [people.product.id],
      attachment: 'csv',
      next_run_at: '2027-01-31T07:00:00Z',
      leased_until: null,
      last_run_at: null,
      fault: null,
    })
    .execute();
  const view = JSON.stringify({ columns: [], sort: [], groupBy: ['project'], filters: {} });
  await system
    .insertInto('explorer_layout')
    .values({ ...own, name: 'By project', view })
    .execute();
  const calendar = {
    ...own,
    kind: 'ical',
    name: 'Choir',
    color: 'd13438',
    host: 'choir.example',
    account: null,
  };
  await system
    .insertInto('calendar_source')
    .values({ ...calendar, sealed_url: Buffer.from('sealed here') })
    .execute();
}

/** What people keep for themselves, as the database has it, but the calendar's state. */
async function pagesOf({ server }: TestServer): Promise<object> {
  const { system } = server.dependencies.database;
  return {
    reports: await system.selectFrom('report').selectAll().execute(),
    plans: await system.selectFrom('report_schedule').selectAll().execute(),
    layouts: await system.selectFrom('explorer_layout').selectAll().execute(),
    calendars: await system
      .selectFrom('calendar_source')
      .select(['id', 'person_id', 'kind', 'name', 'color', 'host', 'is_enabled'])
      .execute(),
  };
}

/** What the lists of an organization answer to its administrator. */
async function lists(stint: TestServer, slug: string, token: string): Promise<object[]> {
  const administrator = { ...stint.people.administrator, token };
  const answers: object[] = [];
  for (const path of [
    'workLogs/all',
    'users',
    'users/roles?includeNoneRoles=true',
    'activityTypes',
    'settings',
  ]) {
    const { status, body } = await stint.ask(administrator, 'GET', `/api/${slug}/rest/${path}`);
    expect([path, status]).toEqual([path, 200]);
    answers.push(body);
  }
  return answers;
}

const linesOf = (bytes: Uint8Array) => gunzipSync(bytes).toString('utf8').trimEnd().split('\n');

async function tokenFor(env: Record<string, string>): Promise<string> {
  const args = [
    'token',
    'create',
    '--organization',
    'moved',
    '--user',
    'administrator@demo.local',
    '--name',
    'x',
  ];
  return (await stint(args, env)).text.trim();
}

describe('an exported organization', () => {
  test('is a file for its owner only, without anything of others or of credentials', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = linesOf(readFileSync(file)).join('\n');
    expect(text).toContain('of team');
    expect(text).not.toContain(Buffer.from('sealed here').toString('hex'));
    for (const foreign of [
      source.otherOrganizationId,
      source.people.stranger.email,
      source.people.team.token,
    ])
      expect(text).not.toContain(foreign);
    expect(text).not.toMatch(/"table":"(password|api_token|session|webhook|azure_devops_connection)"/);
  });

  test('comes beside another one with the same slug only under a new name, and answers the same lists', async () => {
    const refused = await stint(['import', file], envOf(target));
    expect(refused).toMatchObject({
      code: 1,
      err: 'The name "demo" belongs to another organization here; choose a new one with --slug.\n',
    });

    const imported = await stint(['import', file, '--slug', 'Moved'], {
      ...envOf(target),
      STINT_PUBLIC_URL: 'https://time.example.com',
    });
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(imported.text).toMatch(/^Imported the organization "Demo" as "moved": \d+ rows\.\n/);

    const demo = await lists(source, 'demo', source.people.administrator.token);
    expect(await lists(target, 'moved', await tokenFor(envOf(target)))).toEqual(demo);
    expect(await lists(target, 'demo', target.people.administrator.token)).toEqual(before);

    const secret =
      /Sign in once as administrator with https:\/\/moved\.time\.example\.com\/sign-in#link=(\S+)/.exec(
        imported.text,
      )?.[1];
    const signedIn = await target.server.app.inject({
      method: 'POST',
      url: '/auth/link',
      headers: { host: 'moved.time.example.com' },
      payload: { secret },
    });
    expect(signedIn.statusCode).toBe(200);
  });

  test('brings what people keep for themselves; calendars wait for their addresses', async () => {
    const own = { person_id: source.people.team.id };
    const kept = await pagesOf(target);
    expect(kept).toEqual(await pagesOf(source));
    expect(kept).toMatchObject({ reports: [own], plans: [own], layouts: [own], calendars: [own] });
    const { system } = target.server.dependencies.database;
    const sealed = await system.selectFrom('calendar_source').select('sealed_url').execute();
    expect(sealed).toEqual([{ sealed_url: Buffer.alloc(0) }]);
  });

  test('gives the same lines again where it came to', async () => {
    const again = await stint(['export', '--organization', 'moved', '-'], envOf(target));
    const renamed = (lines: string[]) => lines.map((line) => line.replaceAll('"moved"', '"demo"'));
    const withoutAct = (lines: string[]) => lines.filter((line) => !/"cli"|"web"|^{"rows"/.test(line));
    expect(withoutAct(renamed(linesOf(again.out)))).toEqual(withoutAct(linesOf(readFileSync(file))));
  });

  test('is refused a second time, cut, as a backup, and when it is none', async () => {
    const second = await stint(['import', file, '--slug', 'third'], envOf(target));
    expect(second).toMatchObject({ code: 1, err: 'The organization "Demo" is here already, as "moved".\n' });
    const lines = linesOf(readFileSync(file));
    const packed = (some: string[]) => gzipSync(`${some.join('\n')}\n`);
    const foreign = lines.map((line) =>
      line.startsWith('[') ? line.replace(source.organizationId, target.organizationId) : line,
    );
    const moved = (line: string) =>
      line.replaceAll(source.organizationId, '0198b9a0-0000-7000-8000-00000000000f');
    const cases: readonly (readonly [Buffer, RegExp])[] = [
      [packed(foreign.with(0, moved(foreign[0] ?? ''))), /^Line 3 .*belongs to others\.\n$/],
      [packed(lines.slice(0, -1).map(moved)), /its last part is missing/],
      [
        packed(lines.with(1, '{"table":"password","columns":["organization_id"]}').map(moved)),
        /"password" is no table/,
      ],
      [gzipSync('{"format":"stint-rows","formatVersion":1,"schemaVersion":6}\n'), /of a whole database/],
      [gzipSync('{"hello": 1}\n'), /^Line 1 is not part of an export of rows\.\n$/],
      [gzipSync(''), /The export is empty/],
    ];
    for (const [bytes, reason] of cases) {
      const broken = join(folder, 'broken.gz');
      writeFileSync(broken, bytes);
      const outcome = await stint(['import', broken, '--slug', 'broken'], envOf(target));
      expect(outcome).toMatchObject({ code: 1, err: expect.stringMatching(reason) });
    }
    expect(await lists(target, 'demo', target.people.administrator.token)).toEqual(before);
  });

  test('tells which organization there is not', async () => {
    expect(await stint(['export', '--organization', 'none', '-'], envOf(target))).toMatchObject({
      code: 1,
      err: 'There is no organization "none".\n',
    });
    expect(await stint(['import', file, '--slug', 'not a label'], envOf(target))).toMatchObject({ code: 2 });
  });
});
