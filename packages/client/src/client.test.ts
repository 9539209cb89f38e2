import { calls } from '@stint/contract';
import { expect, test } from 'vitest';
import { createClient } from './client.ts';
import { startLoopback } from './loopback.ts';

const id = 'dc54d553-a762-47c3-a68f-80d64bdd2a66';

test('a REST call fills path, query and version, and takes the answer out of its envelope', async () => {
  await using server = await startLoopback(() => ({ body: { data: { id } } }));
  const client = createClient({
    baseUrl: `${server.baseUrl}/`,
    version: '3.2',
    authorization: () => 'Bearer t',
  });
  const answer = await client.call(calls.changeWorkLog, {
    params: { id },
    query: { $expand: 'user.displayName' },
    body: { comment: 'ü' },
    idempotencyKey: 'k',
    ifMatch: '"1"',
  });
  expect(answer).toEqual({ id });
  const [asked] = server.asked;
  expect(asked?.method).toBe('PATCH');
  expect(asked?.url).toBe(`/api/rest/workLogs/${id}?api-version=3.2&%24expand=user.displayName`);
  expect(JSON.parse(asked?.body ?? '')).toEqual({ comment: 'ü' });
  expect(asked?.headers).toMatchObject({
    authorization: 'Bearer t',
    'idempotency-key': 'k',
    'if-match': '"1"',
  });
});

test('the ETag of an answer is told, where it has one', async () => {
  const told: string[] = [];
  const onETag = (etag: string) => told.push(etag);
  await using tagged = await startLoopback(() => ({ headers: { etag: '"7"' }, body: { data: { id } } }));
  await using plain = await startLoopback(() => ({ body: { data: { id } } }));
  for (const { baseUrl } of [tagged, plain]) {
    const client = createClient({ baseUrl, version: '3.2' });
    await client.call(calls.getReport, { params: { id }, onETag });
  }
  expect(told).toEqual(['"7"']);
});

test('a tracking answer comes as it is', async () => {
  await using server = await startLoopback(() => ({
    body: { count: 0, workLogs: [], data: { count: 0, workLogs: [] } },
  }));
  const client = createClient({ baseUrl: server.baseUrl, version: '3.2' });
  expect(await client.call(calls.listLatestTracks, { query: { $count: 5 } })).toHaveProperty('workLogs', []);
  expect(server.asked[0]?.url).toBe('/api/tracking/client/latest?api-version=3.2&%24count=5');
});

test('the CSRF token goes with writes only, and sign-in calls carry no version', async () => {
  await using server = await startLoopback(() => ({ body: { data: null } }));
  const client = createClient({ baseUrl: server.baseUrl, version: '3.2', csrfToken: () => 'c' });
  await client.call(calls.getSession);
  await client.call(calls.signOut);
  expect(server.asked.map((asked) => asked.headers['x-csrf-token'])).toEqual([undefined, 'c']);
  expect(server.asked[0]?.url).toBe('/auth/session');
});

test('a refusal is an ApiError with code, status and the seconds to wait', async () => {
  const error = {
    statusCode: 429,
    errorCode: 'QuoteExceededError',
    errorDescription: 'd',
    message: 'Slow down.',
  };
  await using server = await startLoopback(() => ({
    status: 429,
    headers: { 'retry-after': '37' },
    body: { error },
  }));
  const client = createClient({ baseUrl: server.baseUrl, version: '3.2' });
  await expect(client.call(calls.getMe)).rejects.toMatchObject({
    name: 'ApiError',
    code: 'QuoteExceededError',
    status: 429,
    message: 'Slow down.',
    retryAfterSeconds: 37,
  });
});

test('an answer of something in between that is no JSON is still an ApiError', async () => {
  await using server = await startLoopback(() => ({ status: 502, body: '<h1>Bad gateway</h1>' }));
  const client = createClient({ baseUrl: server.baseUrl, version: '3.2' });
  await expect(client.call(calls.getMe)).rejects.toMatchObject({ code: 'UnexpectedError', status: 502 });
});

test('a server that is not there is Unreachable', async () => {
  const server = await startLoopback(() => ({ body: {} }));
  await server[Symbol.asyncDispose]();
  const client = createClient({ baseUrl: server.baseUrl, version: '3.2' });
  await expect(client.call(calls.getMe)).rejects.toMatchObject({ code: 'Unreachable', status: 0 });
});

test('an aborted request throws the reason of the abort, not an ApiError', async () => {
  await using server = await startLoopback(() => ({ body: {} }));
  const client = createClient({ baseUrl: server.baseUrl, version: '3.2' });
  await expect(client.call(calls.getMe, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });
});
