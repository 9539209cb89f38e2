import { expect, test } from 'vitest';
import { isSameServer, readServerAddress } from './address.ts';
import { linkAmong, readDeepLink } from './deep-link.ts';
import { checkServer, discover } from './discover.ts';

const of = (text: string) => {
  const read = readServerAddress(text);
  return read.ok ? read.url.href : read.problem;
};

test.each([
  ['time.example.com', 'https://time.example.com/'],
  ['https://time.example.com/stint/', 'https://time.example.com/stint/'],
  ['  HTTPS://Time.Example.com ', 'https://time.example.com/'],
  ['localhost:7070', 'http://localhost:7070/'],
  ['demo.localhost:7070', 'http://demo.localhost:7070/'],
  ['127.0.0.1:7070', 'http://127.0.0.1:7070/'],
  ['[::1]:7070', 'http://[::1]:7070/'],
  ['https://intranet', 'https://intranet/'],
  ['', 'empty'],
  ['hello', 'notAnAddress'],
  ['hello world', 'notAnAddress'],
  ['ftp://time.example.com', 'notAnAddress'],
  ['https://me:secret@time.example.com', 'notAnAddress'],
  ['javascript:alert(1)', 'notAnAddress'],
  ['http://time.example.com', 'notHttps'],
])('the address "%s" is %s', (typed, expected) => {
  expect(of(typed)).toBe(expected);
});

test('collections are told apart in any letter case', () => {
  const one = { baseUrl: 'https://a', collection: 'Main' };
  expect(isSameServer(one, { baseUrl: 'https://a', collection: 'main' })).toBe(true);
  expect(isSameServer(one, { baseUrl: 'https://a', collection: null })).toBe(false);
});

const code = 'c2VjcmV0LXNlY3JldC1zZWNyZXQ=';

test('a link of the Apps page is read', () => {
  const link = `stint://pair?server=${encodeURIComponent('https://time.example.com/')}&code=${encodeURIComponent(code)}`;
  expect(readDeepLink(link)).toEqual({
    kind: 'pair',
    address: { baseUrl: 'https://time.example.com', collection: null },
    code,
  });
  expect(readDeepLink('STINT://show/')).toEqual({ kind: 'show' });
  expect(linkAmong(['/usr/bin/stint', '--flag', link])).toBe(link);
});

test.each([
  'https://time.example.com',
  'stint://pair',
  'stint://erase?server=https://a.b&code=x',
  `stint://pair?server=http://time.example.com&code=${code}`,
  'stint://pair?server=https://time.example.com&code=short',
  `stint://pair?server=https://time.example.com&code=${encodeURIComponent('<script>alert(1)</script>')}`,
  `stint://pair?server=https://time.example.com&collection=../x&code=${encodeURIComponent(code)}`,
  `stint://pair?server=https://time.example.com&code=${'a'.repeat(3000)}`,
  'not a link',
])('the link %s is refused', (link) => {
  expect(readDeepLink(link)).toBeNull();
});

const answers = (table: Record<string, { status: number; body: unknown }>) => {
  const asked: string[] = [];
  const fetch = (async (input) => {
    asked.push(input as string);
    const found = Object.entries(table).find(([part]) => (input as string).includes(part));
    if (!found) throw new TypeError('fetch failed');
    const [, { status, body }] = found;
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  }) as typeof globalThis.fetch;
  return { fetch, asked };
};
const ours = { status: 401, body: { error: { errorCode: 'UnauthorizedError', statusCode: 401 } } };
const server = { baseUrl: 'https://time.example.com', collection: null };

test('a server is one of ours when its tracking API refuses in its own form', async () => {
  const { fetch, asked } = answers({ 'time.example.com': ours });
  expect(await checkServer(server, fetch)).toEqual({ ok: true, address: server });
  expect(asked).toEqual(['https://time.example.com/api/tracking/client/latest?api-version=3.2']);
});

test('a server of ours is known also while it has trouble', async () => {
  for (const [status, errorCode] of [
    [503, 'ApiDisabled'],
    [429, 'QuoteExceededError'],
  ] as const) {
    const { fetch } = answers({ 'time.example.com': { status, body: { error: { errorCode } } } });
    expect(await checkServer(server, fetch)).toMatchObject({ ok: true });
  }
});

test('a server that leads elsewhere answers, also where Electron keeps the answer to itself', async () => {
  const fetch = () => Promise.reject(new Error('Redirect was cancelled'));
  expect(await checkServer(server, fetch)).toEqual({ ok: false, problem: 'foreign' });
  expect(await discover(new URL('https://tfs.example.com'), 'Main', fetch)).toEqual({
    ok: false,
    problem: 'credentialsNeeded',
  });
});

test.each([
  [{}, 'unreachable'],
  [{ 'time.example.com': { status: 200, body: '<h1>Welcome</h1>' } }, 'foreign'],
  [{ 'time.example.com': { status: 401, body: 'no' } }, 'foreign'],
])('another server is told: %o', async (table, problem) => {
  expect(await checkServer(server, answers(table).fetch)).toEqual({ ok: false, problem });
});

test('a collection leads to the address that its extension names', async () => {
  const apps = {
    count: 2,
    value: [
      { extensionId: 'other', baseUri: 'https://x' },
      { extensionId: 'Timetracker', baseUri: 'https://time.example.com/' },
    ],
  };
  const { fetch, asked } = answers({ InstalledApps: { status: 200, body: apps }, 'time.example.com': ours });
  expect(await discover(new URL('https://tfs.example.com/tfs/'), 'Main', fetch)).toEqual({
    ok: true,
    address: { baseUrl: 'https://time.example.com', collection: 'Main' },
  });
  expect(asked).toEqual([
    'https://tfs.example.com/tfs/Main/_apis/Contribution/InstalledApps/',
    'https://time.example.com/api/Main/tracking/client/latest?api-version=3.2',
  ]);
});

test.each([
  [{ status: 401, body: '' }, 'credentialsNeeded'],
  [{ status: 404, body: '' }, 'noCollection'],
  [{ status: 200, body: { value: [] } }, 'notInstalled'],
  [
    { status: 200, body: { value: [{ extensionId: 'timetracker', baseUri: 'file:///etc' }] } },
    'notInstalled',
  ],
  [{ status: 200, body: '<html>' }, 'foreign'],
])('discovery tells what is wrong: %o', async (answer, problem) => {
  const { fetch } = answers({ InstalledApps: answer });
  expect(await discover(new URL('https://tfs.example.com'), 'Main', fetch)).toEqual({ ok: false, problem });
});
