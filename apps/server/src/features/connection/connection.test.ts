import { describe, expect, it } from 'vitest';
import { openBench } from './testing.ts';

const path = '/api/rest/connection';

describe('the connection to Azure DevOps', () => {
  it('is stored sealed after the token was tried, and told without it', async () => {
    const { stint, simulator, connect } = await openBench();
    const { administrator } = stint.people;
    expect((await stint.ask(administrator, 'GET', path)).body).toEqual({ data: null });
    const status = {
      url: simulator.url,
      kind: 'pat',
      state: 'reading',
      workItems: 0,
      lastRead: null,
      message: null,
    };
    expect(await connect()).toMatchObject({ status: 200, body: { data: status } });
    expect((await stint.ask(administrator, 'GET', path)).body).toMatchObject({ data: status });

    const { system } = stint.server.dependencies.database;
    const row = await system.selectFrom('azure_devops_connection').selectAll().executeTakeFirstOrThrow();
    expect(row.sealed_pat.includes('simulator')).toBe(false);
    const records = await system
      .selectFrom('audit_log')
      .select(['action', 'person_id', 'before', 'after'])
      .execute();
    expect(records).toEqual([
      { action: 'create', person_id: administrator.id, before: null, after: { url: simulator.url } },
    ]);
  });

  it('is not stored with a wrong token', async () => {
    const { stint, connect } = await openBench();
    const answer = await connect('wrong-token');
    expect(answer).toMatchObject({ status: 409, body: { error: { errorCode: 'DbValidationError' } } });
    expect(JSON.stringify(answer.body)).toMatch(/"message":"pat: /);
    expect(JSON.stringify(answer.body)).not.toContain('wrong-token');
    expect((await stint.ask(stint.people.administrator, 'GET', path)).body).toEqual({ data: null });
  });

  it('is not stored when Azure DevOps cannot be reached or the address cannot be one', async () => {
    const { stint, control, connect } = await openBench();
    await control('POST', 'down', { down: true });
    expect(await connect()).toMatchObject({ status: 503, body: { error: { errorCode: 'UnknownError' } } });
    const metadata = { url: 'http://169.254.169.254/latest', pat: 'simulator' };
    const refused = await stint.ask(stint.people.administrator, 'PUT', path, metadata);
    expect(refused).toMatchObject({ status: 409, body: { error: { errorCode: 'DbValidationError' } } });
  });

  it('is for administrators of the organization only', async () => {
    const { stint, connect } = await openBench();
    await connect();
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const body = method === 'PUT' ? { url: 'https://dev.azure.com/x', pat: 'x' } : undefined;
      expect((await stint.ask(stint.people.budget, method, path, body)).status).toBe(403);
    }
    const stranger = await stint.ask(stint.people.stranger, 'GET', '/api/other/rest/connection');
    expect(stranger.body).toEqual({ data: null });
  });

  it('is forgotten, and its work items stay', async () => {
    const { stint, connect, follow, copy } = await openBench();
    await connect();
    const { administrator } = stint.people;
    const stop = follow();
    await expect.poll(() => copy(1001), { timeout: 15_000 }).toBeDefined();
    expect(await stint.ask(administrator, 'DELETE', path)).toMatchObject({
      status: 200,
      body: { data: null },
    });
    await stop();
    expect((await stint.ask(administrator, 'GET', path)).body).toEqual({ data: null });
    expect(await copy(1001)).toMatchObject({ project: 'Atlas', deleted_at: null });
    expect((await stint.ask(administrator, 'DELETE', path)).status).toBe(404);
  });

  it('tells how far the first reading is, and what was read last', async () => {
    const { stint, connect, follow } = await openBench();
    const { administrator } = stint.people;
    expect((await connect()).body['data']).toMatchObject({
      isFirstRead: true,
      lastChange: null,
      nextRead: null,
    });
    follow();
    const read = async () => (await stint.ask(administrator, 'GET', path)).body['data'];
    await expect.poll(read, { timeout: 15_000 }).toMatchObject({
      isFirstRead: false,
      workItems: 40,
      lastChange: expect.any(String),
    });
  });

  it('is tried without being kept, or as it is kept', async () => {
    const { stint, simulator, connect } = await openBench();
    const { administrator } = stint.people;
    const test = (body: object) => stint.ask(administrator, 'POST', `${path}/test`, body);
    expect((await test({})).status).toBe(404);
    expect((await test({ url: simulator.url, pat: 'simulator' })).body['data']).toMatchObject({
      succeeded: true,
      deployment: 'services',
      userName: expect.any(String),
    });
    expect((await test({ url: simulator.url, pat: 'wrong' })).body['data']).toMatchObject({
      succeeded: false,
      fault: expect.stringContaining('does not accept'),
    });
    expect((await test({ url: 'http://127.0.0.1:9', pat: 'x' })).body['data']).toMatchObject({
      succeeded: false,
    });
    expect((await test({ url: 'http://169.254.169.254/', pat: 'x' })).status).toBe(409);
    expect((await stint.ask(administrator, 'GET', path)).body).toEqual({ data: null });
    await connect();
    expect((await test({})).body['data']).toMatchObject({ succeeded: true });
    expect((await test({ url: simulator.url })).body['data']).toMatchObject({ succeeded: true });
    expect((await test({ url: 'https://elsewhere.example.com' })).status).toBe(409);
  });

  it('says when its token ends', async () => {
    const { stint, connect } = await openBench();
    const { administrator } = stint.people;
    const set = (expires?: string) => stint.ask(administrator, 'PUT', `${path}/expiry`, { expires });
    expect((await set('2026-12-31')).status).toBe(404);
    await connect();
    const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    expect((await set(ahead(7))).body['data']).toMatchObject({ expiresInDays: 7, isExpiring: true });
    expect((await set(ahead(90))).body['data']).toMatchObject({ expiresInDays: 90, isExpiring: false });
    expect((await set('2026-02-31')).status).toBe(409);
    expect((await set()).body['data']).toMatchObject({
      expires: null,
      expiresInDays: null,
      isExpiring: false,
    });
  });
});
