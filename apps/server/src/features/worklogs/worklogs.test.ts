import { faultFinder, WorkLog } from '@stint/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;
const now = Date.parse('2026-03-02T09:12:38.107Z');

beforeAll(async () => {
  at = await testServer({ clock: () => now });
});
afterAll(() => at.close());

const faultOf = faultFinder(WorkLog);
const NOT_SET = { color: 'ffffff', name: '[Not Set]', id: '00000000-0000-0000-0000-000000000000' };

describe('booking', () => {
  test('answers the documented body', async () => {
    const body = { timeStamp: '2026-03-02T09:12:00', length: 3600, workItemId: 8948 };
    const {
      status,
      body: answer,
      headers,
    } = await at.ask(at.people.team, 'POST', '/api/rest/workLogs', body);
    expect(status).toBe(200);
    expect(headers['etag']).toBe('"1"');
    const user = {
      uniqueName: 'team@demo.local',
      displayName: null,
      vstsId: null,
      vstsCollectionId: null,
      email: 'team@demo.local',
      name: 'team',
      id: at.people.team.id,
    };
    expect(answer).toEqual({
      data: {
        timestamp: '2026-03-02T09:12:00',
        length: 3600,
        billableLength: null,
        workItemId: 8948,
        comment: '',
        user,
        addedByUser: user,
        editedByUser: user,
        createdTimestamp: '2026-03-02T10:12:38.107',
        editedTimestamp: '2026-03-02T10:12:38.107',
        activityType: NOT_SET,
        flags: {
          isTracked: false,
          isManuallyEntered: true,
          isChanged: false,
          isTrackedExtended: false,
          isImported: false,
          isFromApi: true,
          isBillable: false,
        },
        isCanEdit: null,
        isCanDelete: null,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
    expect(faultOf(answer['data'])).toBeNull();
  });

  test.each([
    ['2026-03-02', '2026-03-02T00:00:00'],
    ['2026-03-02T10:28:00.1234567', '2026-03-02T10:28:00.123'],
    ['2026-03-02T10:28:00Z', '2026-03-02T11:28:00'],
    ['2026-03-02T10:28:00+05:30', '2026-03-02T05:58:00'],
    ['5/29/2021, 10:12:00 AM', '2021-05-29T10:12:00'],
  ])('reads the time %s as %s of the owner’s wall', async (timestamp, expected) => {
    const body = { TIMESTAMP: timestamp, LENGTH: '60', Comment: 'x', nonsense: { a: 1 }, workitemid: '7' };
    const { status, body: answer } = await at.ask(at.people.team, 'POST', '/API/rest/WORKLOGS/', body);
    expect([status, answer['data']?.['timestamp'], answer['data']?.['workItemId']]).toEqual([
      200,
      expected,
      7,
    ]);
    const id = String(answer['data']?.['id']);
    const again = await at.ask(at.people.team, 'GET', `/api/rest/workLogs/${id}`);
    expect(again.body).toEqual(answer);
  });

  test.each([
    [{ comment: 'x' }, 422, 'LengthIsRequired'],
    [{ comment: 'x', length: null }, 422, 'LengthIsRequired'],
    [{ comment: 'x', length: 0 }, 422, 'LengthMustBePositive'],
    [{ comment: 'x', length: -5 }, 422, 'LengthMustBePositive'],
    [{ length: 60 }, 422, 'WorkItemIdOrCommentRequired'],
    [{ length: 60, workItemId: 0 }, 422, 'WorkItemIdOrCommentRequired'],
    [{ length: 60, comment: 'x', timestamp: '2026-03-04' }, 422, 'FutureCheckFailed'],
    [{ length: 60, comment: 'x', timestamp: '2026-02-30' }, 409, 'DbValidationError'],
    [{ length: 1.5, comment: 'x' }, 409, 'DbValidationError'],
    [{ length: 60, comment: 'a\u0000b' }, 409, 'DbValidationError'],
    [
      { length: 60, comment: 'x', activityTypeId: '11111111-1111-1111-1111-111111111111' },
      409,
      'DbValidationError',
    ],
    [{ length: 60, comment: 'x', id: 'nonsense' }, 409, 'DbValidationError'],
    [[], 409, 'DbValidationError'],
  ])('refuses %j with %i %s', async (body, status, errorCode) => {
    const answer = await at.ask(at.people.team, 'POST', '/api/rest/workLogs', body);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      error: {
        statusCode: status,
        errorCode,
        errorDescription: expect.any(String),
        message: expect.stringMatching(/.{15,}/),
      },
    });
  });

  test('malformed JSON is 400 with the position', async () => {
    const answer = await at.ask(at.people.team, 'POST', '/api/rest/workLogs', '{"length": 60,,}');
    expect(answer.status).toBe(400);
    expect(answer.body['error']).toMatchObject({
      errorCode: 'DbValidationError',
      message: expect.stringContaining('position 14'),
    });
  });

  test('a client-made id sent twice is one worklog; with other content it is refused', async () => {
    const body = { id: 'DC54D553-A762-47C3-A68F-80D64BDD2A66', length: 60, comment: 'once' };
    const first = await at.ask(at.people.team, 'POST', '/api/rest/workLogs', body);
    const second = await at.ask(at.people.team, 'POST', '/api/rest/workLogs', body);
    expect(second).toMatchObject({ status: 200, body: first.body });
    const other = await at.ask(at.people.team, 'POST', '/api/rest/workLogs', { ...body, length: 61 });
    expect(other.status).toBe(409);
  });

  test('an id of zeros is none: such worklogs do not stand in each other’s way', async () => {
    const body = { id: '00000000-0000-0000-0000-000000000000', length: 60, comment: 'from .NET' };
    const one = await at.ask(at.people.team, 'POST', '/api/rest/workLogs', body);
    const other = await at.ask(at.people.team, 'POST', '/api/rest/workLogs/batch', [body, body]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const made = { id: expect.not.stringMatching(/^0{8}-/) };
    expect(one.body).toMatchObject({ data: made });
    expect(other.body).toMatchObject({ data: [made, made] });
  });

  test('the same Idempotency-Key gives the same answer and one effect, also at the same moment', async () => {
    const body = { length: 60, comment: 'with a key' };
    const post = () =>
      at.ask(at.people.team, 'POST', '/api/rest/workLogs', body, { 'idempotency-key': 'k-1' });
    const answers = await Promise.all([post(), post(), post()]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const other = await at.ask(
      at.people.team,
      'POST',
      '/api/rest/workLogs',
      { ...body, length: 61 },
      { 'idempotency-key': 'k-1' },
    );
    expect(other).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('Idempotency-Key') } },
    });
  });
});

describe('for others', () => {
  test('an administrator books for someone, both may change it until its owner does', async () => {
    const { administrator, team, product } = at.people;
    const body = { length: 60, comment: 'for you', userId: team.id };
    const added = await at.ask(administrator, 'POST', '/api/rest/workLogs?$expand=user.displayName', body);
    expect(added.body['data']).toMatchObject({
      user: { id: team.id, displayName: 'team' },
      addedByUser: { id: administrator.id, displayName: 'administrator' },
    });
    const refused = await at.ask(product, 'POST', '/api/rest/workLogs', body);
    expect([refused.status, refused.body['error']?.['errorCode']]).toEqual([
      403,
      'NoRightsToWorkLogModification',
    ]);
    expect(refused.body['error']?.['message']).toContain(
      'only the role Administrator (setting othersTimeEditor)',
    );
    const url = `/api/rest/workLogs/${String(added.body['data']?.['id'])}`;
    const unchanged = await at.ask(product, 'PATCH', url, { length: 5 });
    expect(unchanged.status).toBe(403);
    expect(unchanged.body['error']?.['message']).toContain('(setting othersTimeEditor) may change it');
    expect((await at.ask(team, 'PATCH', url, { length: 120 })).body['data']).toMatchObject({ length: 120 });
  });

  test('an unknown user is refused by name', async () => {
    const body = { length: 60, comment: 'x', userId: at.people.stranger.id };
    const answer = await at.ask(at.people.administrator, 'POST', '/api/rest/workLogs', body);
    expect(answer).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringMatching(/^userId/) } },
    });
  });
});

describe('changing', () => {
  async function add(): Promise<string> {
    const body = { length: 3600, comment: 'before', workItemId: 12, timestamp: '2026-03-01T08:00:00' };
    return String((await at.ask(at.people.team, 'POST', '/api/rest/workLogs', body)).body['data']?.['id']);
  }

  test('a field left out or null keeps its value; empty text clears a type, 0 clears the work item', async () => {
    const url = `/api/rest/workLogs/${await add()}`;
    const kept = await at.ask(at.people.team, 'PUT', url, { length: null, comment: 'after' });
    expect(kept.body['data']).toMatchObject({
      length: 3600,
      comment: 'after',
      workItemId: 12,
      flags: { isChanged: true },
    });
    expect(kept.headers['etag']).toBe('"2"');
    const cleared = await at.ask(at.people.team, 'PATCH', url, { workItemId: '0', activityTypeId: '' });
    expect(cleared.body['data']).toMatchObject({ workItemId: null, activityType: NOT_SET });
    expect((await at.ask(at.people.team, 'PATCH', url, { comment: '' })).body['error']?.['errorCode']).toBe(
      'WorkItemIdOrCommentRequired',
    );
  });

  test('If-Match that no longer fits is 412', async () => {
    const url = `/api/rest/workLogs/${await add()}`;
    expect((await at.ask(at.people.team, 'PATCH', url, { length: 5 }, { 'if-match': '"1"' })).status).toBe(
      200,
    );
    expect((await at.ask(at.people.team, 'PATCH', url, { length: 6 }, { 'if-match': '"1"' })).status).toBe(
      412,
    );
    expect((await at.ask(at.people.team, 'PATCH', url, { length: 6 }, { 'if-match': 'x' })).status).toBe(409);
    expect((await at.ask(at.people.team, 'PATCH', url, { length: 6 }, { 'if-match': '*' })).status).toBe(200);
  });

  test('changes at the same moment are all made, one after the other', async () => {
    const url = `/api/rest/workLogs/${await add()}`;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => at.ask(at.people.team, 'PATCH', url, { length: index + 1 })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
    expect((await at.ask(at.people.team, 'GET', url)).headers['etag']).toBe('"9"');
  });

  test('a deleted worklog is gone until the deletion is taken back, and its row stays', async () => {
    const id = await add();
    const url = `/api/rest/workLogs/${id}`;
    expect(await at.ask(at.people.team, 'DELETE', url)).toMatchObject({ status: 200, body: { data: null } });
    expect((await at.ask(at.people.team, 'DELETE', url)).status).toBe(404);
    expect((await at.ask(at.people.team, 'GET', url)).status).toBe(404);
    expect((await at.ask(at.people.team, 'POST', `${url}/restore`)).body['data']).toMatchObject({ id });
    const audit = await at.server.dependencies.database.system
      .selectFrom('audit_log')
      .select(['action', 'before', 'after', 'via', 'person_id'])
      .where('entity_id', '=', id)
      .orderBy('id')
      .execute();
    expect(audit.map((row) => row.action)).toEqual(['create', 'delete', 'restore']);
    expect(audit[1]).toMatchObject({
      via: 'rest',
      person_id: at.people.team.id,
      before: { seconds: 3600, version: 1 },
    });
  });
});

describe('a batch', () => {
  const good = { length: 60, comment: 'batch' };

  test('is written whole, for several people', async () => {
    const body = [good, { ...good, userId: at.people.team.id, timestamp: '2026-03-01' }];
    const answer = await at.ask(at.people.administrator, 'POST', '/api/rest/workLogs/batch', body);
    expect(answer.body['data']).toMatchObject([{ length: 60 }, { user: { id: at.people.team.id } }]);
  });

  test('with bad entries lists every bad index and writes nothing', async () => {
    const before = await countEntries();
    const body = [good, { length: 'x' }, good, { length: 0, comment: 'y' }, 7];
    const answer = await at.ask(at.people.team, 'POST', '/api/rest/workLogs/batch', body);
    expect(answer.status).toBe(409);
    const message = String(answer.body['error']?.['message']);
    for (const part of ['[1] DbValidationError', '[3] LengthMustBePositive', '[4] '])
      expect(message).toContain(part);
    expect(message).not.toContain('[2]');
    expect(await countEntries()).toBe(before);
  });

  test('that is only to be validated writes nothing', async () => {
    const before = await countEntries();
    const answer = await at.ask(at.people.team, 'POST', '/api/rest/workLogs/batch?validateOnly=true', [good]);
    expect([answer.status, await countEntries()]).toEqual([200, before]);
  });

  test('over 500 is 413', async () => {
    const answer = await at.ask(
      at.people.team,
      'POST',
      '/api/rest/workLogs/batch',
      Array.from({ length: 501 }, () => good),
    );
    expect([answer.status, answer.body['error']?.['errorCode']]).toEqual([413, 'DbValidationError']);
  });

  test('whose later id is taken is refused whole', async () => {
    const id = '7d2b3c1e-0000-4000-8000-000000000001';
    await at.ask(at.people.team, 'POST', '/api/rest/workLogs', { ...good, id });
    const before = await countEntries();
    const body = [good, { ...good, id, length: 99 }];
    expect((await at.ask(at.people.team, 'POST', '/api/rest/workLogs/batch', body)).status).toBe(409);
    expect(await countEntries()).toBe(before);
  });

  async function countEntries(): Promise<number> {
    const { system } = at.server.dependencies.database;
    const rows = await system.selectFrom('work_log').select('id').execute();
    return rows.length;
  }
});

describe('listing', () => {
  test('both ends of a time range are exclusive, newest first', async () => {
    const person = await at.addPerson(at.organizationId, 'lister', 'Team');
    for (const hour of ['08', '09', '10']) {
      const body = {
        length: 60,
        comment: hour,
        timestamp: `2026-02-10T${hour}:00:00`,
        workItemId: Number(hour),
      };
      await at.ask(person, 'POST', '/api/rest/workLogs', body);
    }
    const comments = async (query: string) => {
      const { body } = await at.ask(person, 'GET', `/api/rest/workLogs?${query}`);
      return (body['data'] as unknown as { comment: string }[]).map((each) => each.comment);
    };
    expect(await comments('')).toEqual(['10', '09', '08']);
    expect(
      await comments(
        '%24fromTimestamp=2026-02-10T08:00:00&$toTimestamp=2026-02-10+10:00:00'.replace('+', 'T'),
      ),
    ).toEqual(['09']);
    expect(await comments('COUNT=1&$skip=1')).toEqual(['09']);
    expect(await comments('workItemIds=8,%2010')).toEqual(['10', '08']);
    expect(await comments('$fromCreatedTimestamp=2026-03-02T10:12:38.107')).toEqual([]);
  });

  test.each([
    ['workLogs?$count=501', 400, 'ApiVersionError'],
    ['workLogs?$count=x', 400, 'ApiVersionError'],
    ['workLogs?$fromTimestamp=tomorrow', 400, 'ApiVersionError'],
    ['workLogs/not-a-guid', 400, 'ApiVersionError'],
    [
      `workLogs?$workItemIds=${Array.from({ length: 101 }, (_, i) => i + 1).join(',')}`,
      422,
      'FilterWorkItemIdsCountExceeded',
    ],
    ['workLogs/11111111-1111-1111-1111-111111111111', 404, 'EntityNotFound'],
    ['workLogs/all', 403, 'AccessDenied'],
    ['nowhere', 404, 'EntityNotFound'],
  ])('%s is %i %s', async (path, status, errorCode) => {
    const answer = await at.ask(at.people.team, 'GET', `/api/rest/${path}`);
    expect([answer.status, answer.body['error']?.['errorCode']]).toEqual([status, errorCode]);
  });

  test('everyone’s time is for Product and up; $includeEditable tells who may change it', async () => {
    const { team, product } = at.people;
    await at.ask(team, 'POST', '/api/rest/workLogs', { length: 60, comment: 'seen' });
    const url = `/api/rest/workLogs/all?$userIds=${team.id},${product.id}&$includeEditable=true&$count=1`;
    const { body } = await at.ask(product, 'GET', url);
    expect(body['data']).toMatchObject([{ isCanEdit: false, user: { id: team.id } }]);
  });
});

test('another organization’s worklogs do not exist', async () => {
  const { team, stranger } = at.people;
  const { body } = await at.ask(team, 'POST', '/api/rest/workLogs', { length: 60, comment: 'mine' });
  const id = String(body['data']?.['id']);
  for (const [method, path] of [
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/restore'],
  ] as const) {
    const answer = await at.ask(
      stranger,
      method,
      `/api/other/rest/workLogs/${id}${path}`,
      method === 'GET' ? undefined : {},
    );
    expect(answer.status).toBe(404);
    expect((await at.ask(stranger, method, `/api/rest/workLogs/${id}${path}`, {})).status).toBe(401);
  }
});
