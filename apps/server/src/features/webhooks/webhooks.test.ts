import { describe, expect, it } from 'vitest';
import { testServer } from '../../testing/test-server.ts';
import { startReceiver } from './testing/receiver.ts';
import { useWebhooks } from './testing/use-webhooks.ts';

const bench = useWebhooks();
const path = '/api/rest/webhooks';
const url = 'http://127.0.0.1:9/hook?key=s3cret-in-query';

const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', rest = '', body?: unknown, headers = {}) =>
  bench.stint.ask(bench.stint.people.administrator, method, `${path}${rest}`, body, headers);

async function audited(id: string): Promise<object[]> {
  const query = `/api/rest/auditLog?$entity=webhook&$entityId=${id}`;
  const { body } = await bench.stint.ask(bench.stint.people.administrator, 'GET', query);
  return body['data'] as unknown as object[];
}

describe('a webhook', () => {
  it('shows its secret once, and keeps it sealed', async () => {
    const made = await ask('POST', '', { url, description: 'Billing', events: ['worklog.*'] });
    expect(made.headers).toMatchObject({ 'cache-control': 'no-store', etag: '"1"' });
    const { secret, ...webhook } = made.body['data'] as unknown as Record<string, unknown>;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhook).toEqual({
      id: expect.any(String),
      url,
      description: 'Billing',
      events: ['worklog.*'],
      isEnabled: true,
      created: expect.stringMatching(/Z$/),
      createdById: bench.stint.people.administrator.id,
    });
    expect((await ask('GET', `/${String(webhook['id'])}`)).body).toEqual({ data: webhook });
    const { rows } = await everyRow();
    expect(rows).not.toContain(String(secret).slice('whsec_'.length));
    await ask('DELETE', `/${String(webhook['id'])}`);
  });

  it('is on record without its query string', async () => {
    const { id } = await bench.add(url);
    await ask('PATCH', `/${id}`, { description: 'words', events: ['*'] });
    await ask('POST', `/${id}/rotateSecret`);
    const rows = await audited(id);
    expect(rows).toMatchObject([
      { action: 'rotateSecret', before: null, after: null },
      { action: 'change', after: { url: 'http://127.0.0.1:9/hook', events: ['*'], isEnabled: true } },
      { action: 'create', before: null, after: { url: 'http://127.0.0.1:9/hook' } },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/s3cret|whsec|words/);
  });

  it('changes as far as is asked, if nobody was faster', async () => {
    const { id } = await bench.add(url, ['track.*']);
    const changed = await ask('PATCH', `/${id}`, { isEnabled: false, url: null }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { data: { url, isEnabled: false, events: ['track.*'] } },
    });
    expect((await ask('PATCH', `/${id}`, { events: [] }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await ask('DELETE', `/${id}`, undefined, { 'if-match': '"1"' })).status).toBe(412);
    expect((await ask('PATCH', `/${id}`, { events: [] })).body['data']).toMatchObject({ events: [] });
  });

  it.each([
    [{ url: 'ftp://example.com/' }, 'url'],
    [{ url: 'https://user:pass@example.com/' }, 'url'],
    [{ url, events: ['worklog.*', 'worklogs'] }, '"worklogs" is no type of event'],
  ])('is refused where it makes no sense: %j', async (body, message) => {
    expect(await ask('POST', '', body)).toMatchObject({
      status: 409,
      body: { error: { errorCode: 'DbValidationError', message: expect.stringContaining(message) } },
    });
  });

  it('lists the types of events', async () => {
    const { body } = await ask('GET', '/eventTypes');
    expect(body['data']).toContainEqual({ type: 'worklog.created', description: 'Time was booked.' });
  });
});

describe('an address inside of the network', () => {
  it('is refused unless the installation allows it, saying what would be right', async () => {
    const stint = await testServer();
    for (const inside of ['http://localhost/', 'http://0x7f.1/', 'http://[::ffff:127.0.0.1]/']) {
      const answer = await stint.ask(stint.people.administrator, 'POST', path, { url: inside });
      expect(answer).toMatchObject({
        status: 409,
        body: { error: { message: expect.stringMatching(/^url: .* STINT_WEBHOOK_PRIVATE_ADDRESSES=1/) } },
      });
    }
    await stint.close();
  });
});

describe('a test', () => {
  it('tells that it arrived', async () => {
    const receiver = await startReceiver(204);
    const { id } = await bench.add(receiver.url);
    const { body } = await ask('POST', `/${id}/test`);
    expect(body['data']).toEqual({ delivered: true, responseStatus: 204, fault: null });
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
      type: 'ping',
      data: { actor: { email: 'administrator@demo.local' } },
    });
  });

  it.each([
    [500, 'the answer was 500'],
    [{ status: 302, location: 'http://169.254.169.254/' }, 'the answer was 302; redirects are not followed'],
  ])('tells what went wrong: %j', async (answer, fault) => {
    const receiver = await startReceiver(answer);
    const { id } = await bench.add(receiver.url);
    const { body } = await ask('POST', `/${id}/test`);
    expect(body['data']).toMatchObject({ delivered: false, fault });
    expect(receiver.received).toHaveLength(1);
  });

  it('tells that nobody is there', async () => {
    const { id } = await bench.add('http://127.0.0.1:1/');
    const { body } = await ask('POST', `/${id}/test`);
    expect(body['data']).toEqual({
      delivered: false,
      responseStatus: null,
      fault: 'the connection was refused',
    });
  });

  it('reads no endless answer', async () => {
    const receiver = await startReceiver({ status: 200, bytes: 50_000_000 });
    const { id } = await bench.add(receiver.url);
    expect((await ask('POST', `/${id}/test`)).body['data']).toMatchObject({ delivered: true });
  });
});

async function everyRow() {
  const { system } = bench.stint.server.dependencies.database;
  const webhooks = await system.selectFrom('webhook').selectAll().execute();
  const audits = await system.selectFrom('audit_log').selectAll().execute();
  const text = webhooks.map((row) => JSON.stringify(row) + row.sealed_secret.toString('latin1')).join();
  return { rows: text + JSON.stringify(audits) };
}
