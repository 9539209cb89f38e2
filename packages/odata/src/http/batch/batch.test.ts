import { expect, test } from 'vitest';
import { libraryService, ROOT } from '../testing/books.ts';

const json = { 'content-type': 'application/json' };
const multipart = { 'content-type': 'multipart/mixed; boundary=b1' };

interface BatchResponse {
  readonly id: string;
  readonly status: number;
  readonly atomicityGroup?: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

async function askJson(requests: readonly object[], prefer?: string) {
  const body = JSON.stringify({ requests });
  const { text, status, headers } = await libraryService().ask('$batch', {
    method: 'POST',
    headers: { ...json, prefer },
    body,
  });
  const parsed: { responses: BatchResponse[] } = JSON.parse(text);
  return { status, headers, ...parsed };
}

const get = (id: string, url: string, more: object = {}) => ({ id, method: 'get', url, ...more });

test('requests of a JSON batch are answered in their order, by their ids', async () => {
  const { headers, responses } = await askJson([
    get('a', 'Books/$count'),
    get('b', 'Books(1)/Author'),
    get('c', 'Books'),
  ]);
  expect(headers['content-type']).toBe('application/json;charset=utf-8');
  expect(responses.map(({ id, status, body }) => [id, status, body])).toEqual([
    ['a', 200, '5'],
    ['b', 204, undefined],
    ['c', 200, expect.objectContaining({ '@odata.nextLink': `${ROOT}Books?$skiptoken=2` })],
  ]);
});

test('addresses are relative, from the host, or whole; others are not of this service', async () => {
  const urls = [
    'Books(1)',
    '/odata/v1/Books(1)',
    `${ROOT}Books(1)`,
    'http://inner:7070/odata/v1/Books(1)',
    '/odata/v2/Books(1)',
  ];
  const { responses } = await askJson(urls.map((url, index) => get(String(index), url)));
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 404]);
});

test('a batch ends at the first failure, unless it is to continue', async () => {
  const requests = [get('1', 'Missing'), get('2', 'Books(1)')];
  expect((await askJson(requests)).responses.map(({ status }) => status)).toEqual([404]);
  const { responses, headers } = await askJson(requests, 'odata.continue-on-error');
  expect(responses.map(({ status }) => status)).toEqual([404, 200]);
  expect(headers['preference-applied']).toBe('odata.continue-on-error');
  expect((await askJson(requests, 'continue-on-error=false')).responses).toHaveLength(1);
});

test('what depends on a failure fails too, and so does the rest of its group', async () => {
  const { responses } = await askJson(
    [
      get('1', 'Books(1)', { atomicityGroup: 'g' }),
      get('2', 'Missing', { atomicityGroup: 'g' }),
      get('3', 'Books(1)', { atomicityGroup: 'g' }),
      get('4', 'Books(1)', { dependsOn: ['g'] }),
      get('5', 'Books(1)', { dependsOn: ['4'] }),
      get('6', 'Books(1)', { dependsOn: ['1'] }),
      get('7', 'Books(1)'),
    ],
    'odata.continue-on-error',
  );
  expect(responses.map(({ id, status, atomicityGroup }) => [id, status, atomicityGroup])).toEqual([
    ['1', 200, 'g'],
    ['2', 404, 'g'],
    ['3', 424, 'g'],
    ['4', 424, undefined],
    ['5', 424, undefined],
    ['6', 200, undefined],
    ['7', 200, undefined],
  ]);
});

test('an address may begin with an earlier request', async () => {
  const { responses } = await askJson([
    get('1', 'Books(1)?$select=Id'),
    get('2', '$1/Title', { dependsOn: ['1'] }),
  ]);
  expect(responses[1]?.body).toMatchObject({ value: '=Emma' });
});

test('texts and tables are JSON texts, other bytes base64url', async () => {
  const { responses } = await askJson([
    get('1', 'Books?$format=csv'),
    get('2', '$metadata'),
    get('3', 'Books', {
      headers: { Accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    }),
  ]);
  const [csv, metadata, xlsx] = responses.map(({ body }) => String(body));
  expect(csv).toContain("1,'=A1\r\n");
  expect(metadata).toMatch(/^<\?xml/);
  expect(xlsx).toMatch(/^[\w-]+$/);
  const bytes = Buffer.from(xlsx ?? '', 'base64url');
  expect([bytes.readUInt32LE(0), bytes.readUInt32LE(bytes.length - 22)]).toEqual([0x0403_4b50, 0x0605_4b50]);
});

test.each([
  ['{', 'The batch is not JSON.'],
  ['[]', 'Expected the batch to be an object.'],
  ['{"requests":{}}', 'Expected "requests" to be an array.'],
  ['{"requests":[{"method":"get","url":"Books"}]}', 'Expected "id" of request 1 to be a text.'],
  [JSON.stringify({ requests: [get('1', 'a'), get('1', 'b')] }), 'The id "1" stands twice.'],
  [
    JSON.stringify({ requests: [get('1', 'a', { dependsOn: ['2'] }), get('2', 'b')] }),
    '"2", on which "1" depends, does not come before it.',
  ],
])('the batch %s is refused', async (body, message) => {
  const { status, text } = await libraryService().ask('$batch', { method: 'POST', headers: json, body });
  expect(status).toBe(400);
  expect(JSON.parse(text).error.message).toBe(message);
});

test('more than a hundred requests are refused, and so are other forms', async () => {
  const requests = Array.from({ length: 101 }, (_, index) => get(String(index), 'Books'));
  const ask = (headers: Record<string, string>) =>
    libraryService().ask('$batch', { method: 'POST', headers, body: JSON.stringify({ requests }) });
  expect((await ask(json)).status).toBe(400);
  expect((await ask({ 'content-type': 'text/plain' })).status).toBe(415);
  expect((await ask({ ...json, accept: 'multipart/mixed' })).status).toBe(406);
});

const PARTS = [
  'ignored preamble',
  '--b1',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  'Content-ID: one',
  '',
  'GET Books(1)?$select=Id HTTP/1.1',
  'Accept: application/json;odata.metadata=none',
  '',
  '',
  '--b1',
  'Content-Type: application/http',
  '',
  'POST /odata/v1/Books/$query HTTP/1.1',
  'Content-Type: text/plain',
  '',
  '$filter=Id eq 1&$skiptoken=4',
  '--b1',
  'Content-Type: multipart/mixed; boundary=inner',
  '',
  '--inner',
  'Content-Type: application/http',
  '',
  'DELETE Books(1) HTTP/1.1',
  '',
  '--inner--',
  '--b1--',
  '',
];

test.each(['\r\n', '\n'])('parts of a multipart batch are answered as parts (%j)', async (newline) => {
  const { headers, text } = await libraryService().ask('$batch', {
    method: 'POST',
    headers: { ...multipart, accept: 'multipart/mixed' },
    body: PARTS.join(newline),
  });
  const boundary = headers['content-type']?.replace('multipart/mixed;boundary=', '');
  const [, first, second, third, end] = `\r\n${text}`.split(`\r\n--${boundary}`);
  expect(first).toBe(
    [
      '',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      'Content-ID: one',
      '',
      'HTTP/1.1 200 OK',
      'odata-version: 4.01',
      'content-type: application/json;odata.metadata=none;charset=utf-8',
      '',
      '{"Id":1,"Author":{"Name":"-Ann"}}',
    ].join('\r\n'),
  );
  expect(second).toContain('{"Id":5,"Author":{"Name":"=A5"}}]}');
  expect(third).toContain('HTTP/1.1 405 Method Not Allowed');
  expect(end).toBe('--\r\n');
});

test.each([
  [{ 'content-type': 'multipart/mixed' }, '--b1--', 'The content type has no boundary.'],
  [
    multipart,
    '--b1\r\nContent-Type: application/http\r\n\r\nGET Books',
    'The batch does not end with "--b1--".',
  ],
  [
    multipart,
    '--b1\r\nContent-Type: text/plain\r\n\r\nx\r\n--b1--',
    'Part 1 of the batch is not application/http.',
  ],
  [
    multipart,
    '--b1\r\nContent-Type: application/http\r\n\r\n\r\n--b1--',
    'Part 1 of the batch does not begin with a request line.',
  ],
])('the multipart batch %j %j is refused', async (headers, body, message) => {
  const { status, text } = await libraryService().ask('$batch', { method: 'POST', headers, body });
  expect(status).toBe(400);
  expect(JSON.parse(text).error.message).toBe(message);
});

test('a batch without requests has no answers', async () => {
  expect((await askJson([])).responses).toEqual([]);
  const { text } = await libraryService().ask('$batch', {
    method: 'POST',
    headers: multipart,
    body: '--b1--',
  });
  expect(text).toMatch(/^--batch_[\w-]+--\r\n$/);
});

test('a batch within a batch is refused', async () => {
  const { responses } = await askJson([
    { id: '1', method: 'POST', url: '$batch', headers: json, body: '{}' },
  ]);
  expect(responses[0]?.status).toBe(400);
});

test.each([json, multipart])('a client that hangs up ends the query that runs (%j)', async (headers) => {
  const body =
    headers === json
      ? JSON.stringify({ requests: [get('1', 'Books')] })
      : '--b1\r\nContent-Type: application/http\r\n\r\nGET Books HTTP/1.1\r\n\r\n--b1--';
  for (const chunks of [0, 1, 2, 3]) {
    const { state, send } = libraryService();
    const answer = await send('$batch', { method: 'POST', headers, body });
    const iterator = (answer.body as AsyncIterable<string>)[Symbol.asyncIterator]();
    for (let read = 0; read < chunks; read += 1) await iterator.next();
    await iterator.return?.();
    expect(state.open).toBe(0);
  }
});
