import type { AuditEntry } from '@stint/contract';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../audit.ts';
import { textOf } from '../../testing/browser.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;
/** A worklog of the team member that the administrator changed. */
let workLogId: string;

beforeAll(async () => {
  at = await testServer();
  const { team, administrator, product } = at.people;
  const { body } = await at.ask(team, 'POST', '/api/rest/workLogs', {
    timestamp: '2026-03-02T09:00:00',
    length: 3600,
    comment: '=1+1',
  });
  workLogId = textOf(body['data']?.['id']);
  await at.ask(administrator, 'PATCH', `/api/rest/workLogs/${workLogId}`, { length: 1800 });
  await at.ask(product, 'POST', '/api/rest/workLogs', { length: 60, comment: 'own' });
});
afterAll(() => at.close());

async function read(person: TestPerson, query = ''): Promise<AuditEntry[]> {
  const { status, body } = await at.ask(person, 'GET', `/api/rest/auditLog?${query}`);
  expect([status, body]).toEqual([200, { data: expect.any(Array) }]);
  return body['data'] as unknown as AuditEntry[];
}

const acts = (entries: AuditEntry[]) =>
  entries.map(({ entity, action, user }) => `${user?.name ?? 'nobody'} ${action} ${entity}`);

describe('who reads what', () => {
  it('shows administrators everything, newest first, with the address it came from', async () => {
    const entries = await read(at.people.administrator, '$entity=worklog');
    expect(acts(entries)).toEqual([
      'product create worklog',
      'administrator change worklog',
      'team create worklog',
    ]);
    expect(entries.map(({ address }) => address)).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
  });

  it('shows everyone their own acts and acts on their own time, the address of their own acts only', async () => {
    const entries = await read(at.people.team);
    expect(acts(entries)).toEqual(['administrator change worklog', 'team create worklog']);
    expect(entries.map(({ address }) => address)).toEqual([null, '127.0.0.1']);
    expect(acts(await read(at.people.product))).toEqual(['product create worklog']);
    expect(await read(at.people.budget)).toEqual([]);
  });

  it('shows a job’s act on a person’s things to that person', async () => {
    const { database } = at.server.dependencies;
    const entry = {
      action: 'lock',
      entity: 'week',
      entityId: uuid(),
      after: { personId: at.people.manager.id },
    };
    const source = { personId: null, via: 'job' as const, address: null };
    await audit(database.organization(at.organizationId), at.organizationId, source, entry);
    expect(acts(await read(at.people.manager))).toEqual(['nobody lock week']);
    expect(acts(await read(at.people.team))).not.toContain('nobody lock week');
  });

  it('never shows another organization', async () => {
    const { body } = await at.ask(at.people.stranger, 'GET', '/api/other/rest/auditLog');
    expect(JSON.stringify(body)).not.toContain(workLogId);
  });
});

describe('an entry', () => {
  it('says before and after in the names of REST, people by id', async () => {
    const [entry] = await read(at.people.administrator, `$entityId=${workLogId}&$action=change`);
    expect(entry).toMatchObject({
      timestamp: expect.stringMatching(/Z$/),
      via: 'rest',
      entity: 'worklog',
      entityId: workLogId,
      before: { userId: at.people.team.id, length: 3600, timestamp: '2026-03-02T09:00:00' },
      after: {
        length: 1800,
        startedAt: '2026-03-02T08:00:00.000Z',
        editedByUserId: at.people.administrator.id,
      },
    });
    expect(JSON.stringify([entry?.before, entry?.after])).not.toMatch(/_|@demo\.local/);
  });
});

describe('filters', () => {
  it.each([
    ['$action=change', ['administrator change worklog']],
    ['$via=job', ['nobody lock week']],
    ['$entity=worklog&$count=1', ['product create worklog']],
    ['$entity=nothing', []],
    ['$toTimestamp=2020-01-01', []],
    ['$fromTimestamp=2999-01-01T00:00:00%2B02:00', []],
  ])('%s', async (query, expected) => {
    expect(acts(await read(at.people.administrator, query))).toEqual(expected);
  });

  it('of a person', async () => {
    const { administrator, product } = at.people;
    expect(acts(await read(administrator, `$userId=${product.id}`))).toEqual(['product create worklog']);
    expect(await read(at.people.team, `$userId=${product.id}`)).toEqual([]);
  });

  it('take bounds as true instants: from inclusive, to exclusive', async () => {
    const [newest] = await read(at.people.administrator, '$count=1');
    const { administrator } = at.people;
    const cut = encodeURIComponent(new Date(Date.parse(newest?.timestamp ?? '') + 1).toISOString());
    expect((await read(administrator, `$fromTimestamp=${cut}`)).length).toBe(0);
    expect((await read(administrator, `$toTimestamp=${cut}`))[0]?.id).toBe(newest?.id);
    const { status, body } = await at.ask(administrator, 'GET', '/api/rest/auditLog?$fromTimestamp=soon');
    expect([status, body['error']?.['errorCode']]).toEqual([400, 'ApiVersionError']);
  });
});

describe('pages', () => {
  it('follow each other without gaps or repetitions, while new entries come', async () => {
    const all = (await read(at.people.administrator)).map(({ id }) => id);
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = await read(at.people.administrator, `$count=1${after && `&$after=${after}`}`);
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
      after = seen.at(-1) ?? '';
      if (seen.length === 1)
        await at.ask(at.people.product, 'POST', '/api/rest/workLogs', { length: 1, comment: 'new' });
    }
    expect(seen).toEqual(all);
  });
});

describe('the export', () => {
  it('holds the same entries as the list, as JSON', async () => {
    const answer = await at.ask(at.people.administrator, 'GET', '/api/rest/auditLog/export');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.json"',
    });
    expect(answer.body['data']).toEqual(await read(at.people.administrator));
    const none = await at.ask(at.people.budget, 'GET', '/api/rest/auditLog/export');
    expect(none.body).toEqual({ data: [] });
  });

  it('is a table that no spreadsheet runs', async () => {
    const { body, headers } = await at.ask(
      at.people.team,
      'GET',
      '/api/rest/auditLog/export?format=csv&$action=create',
    );
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, line, ...more] = String(body['text']).split('\r\n');
    expect(head).toBe('id,timestamp,userId,user,via,address,action,entity,entityId,before,after');
    expect(line).toContain(`,team,rest,127.0.0.1,create,worklog,${workLogId},,"{""id""`);
    expect(more).toEqual(['']);
  });

  it('reads more than one page', async () => {
    const entries = Array.from({ length: 500 }, () => ({ length: 1, comment: 'many' }));
    const many = await at.addPerson(at.organizationId, 'many', 'Team');
    for (let batch = 0; batch < 3; batch += 1)
      await at.ask(many, 'POST', '/api/rest/workLogs/batch', entries);
    const { body } = await at.ask(many, 'GET', '/api/rest/auditLog/export');
    const ids = (body['data'] as unknown as AuditEntry[]).map(({ id }) => id);
    expect(ids).toHaveLength(1500);
    expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
  });
});
