import { expect, test } from 'vitest';
import { libraryService, ROOT } from './testing/books.ts';

const { ask } = libraryService();

test('the root is the service document', async () => {
  const { status, headers, text } = await ask('');
  expect(status).toBe(200);
  expect(headers).toEqual({
    'content-type': 'application/json;odata.metadata=minimal;charset=utf-8',
    'odata-version': '4.01',
  });
  expect(JSON.parse(text)).toEqual({
    '@odata.context': `${ROOT}$metadata`,
    value: ['Books', 'Authors', 'Countries'].map((name) => ({ name, kind: 'EntitySet', url: name })),
  });
});

test('rows come with their context and a next link that keeps all other options', async () => {
  const { text } = await ask('Books?$filter=Title%20eq%20%27a%26b%27&skipToken=0&top=9&own=1');
  expect(JSON.parse(text)).toEqual({
    '@odata.context': `${ROOT}$metadata#Books`,
    value: [
      { Id: 1, Author: { Name: '=A1' } },
      { Id: 2, Author: { Name: '=A2' } },
    ],
    '@odata.nextLink': `${ROOT}Books?$filter=Title%20eq%20%27a%26b%27&top=9&own=1&$skiptoken=2`,
  });
});

test('following next links reads every row once', async () => {
  const ids: number[] = [];
  let url: string | undefined = 'Books';
  while (url !== undefined) {
    const page: { value: { Id: number }[]; '@odata.nextLink'?: string } = JSON.parse((await ask(url)).text);
    ids.push(...page.value.map(({ Id }) => Id));
    url = page['@odata.nextLink']?.slice(ROOT.length);
  }
  expect(ids).toEqual([1, 2, 3, 4, 5]);
});

test('a preferred page size is applied and told, at most 10,000', async () => {
  const { state, ask: askAgain } = libraryService();
  const small = await askAgain('Books', { headers: { prefer: 'odata.maxpagesize=3' } });
  expect(JSON.parse(small.text).value).toHaveLength(3);
  expect(small.headers['preference-applied']).toBe('odata.maxpagesize=3');
  const large = await askAgain('Books', { headers: { prefer: 'respond-async, maxpagesize=99999' } });
  expect(large.headers['preference-applied']).toBe('odata.maxpagesize=10000');
  expect(state.asked.map(({ output }) => output.pageSize)).toEqual([3, 10_000]);
});

test('an entity, a value, a count and a null are answered in their ways', async () => {
  expect(JSON.parse((await ask('Books(1)')).text)).toEqual({
    '@odata.context': `${ROOT}$metadata#Books/$entity`,
    Id: 1,
    Author: { Name: '-Ann' },
  });
  expect(JSON.parse((await ask('Books(1)/Title')).text)).toMatchObject({ value: '=Emma' });
  const count = await ask('Books/$count', { headers: { accept: 'application/xml' } });
  expect([count.headers['content-type'], count.text]).toEqual(['text/plain', '5']);
  const none = await ask('Books(1)/Author');
  expect([none.status, none.headers, none.text]).toEqual([204, { 'odata-version': '4.01' }, '']);
});

test('options of a $query request come in its body, and go on in the next link', async () => {
  const { state, ask: askAgain } = libraryService();
  const { text } = await askAgain('Books/$query?own=1', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: "$filter=Title eq 'ä#'&top=9\r\n",
  });
  expect(state.asked[0]?.target.options).toMatchObject({ top: 9, filter: { kind: expect.any(String) } });
  expect(state.asked[0]?.target.custom).toEqual([{ name: 'own', value: '1' }]);
  expect(JSON.parse(text)['@odata.nextLink']).toBe(
    `${ROOT}Books?own=1&$filter=Title%20eq%20'%C3%A4%23'&top=9&$skiptoken=2`,
  );
});

test.each(['{"$top": 9}', ' []', '"$top=9"'])(
  'a $query request with %s in its body is refused: its options would be passed over',
  async (body) => {
    const headers = { 'content-type': 'application/json' };
    const { status, text } = await ask('Books/$query', { method: 'POST', headers, body });
    expect(status).toBe(415);
    expect(JSON.parse(text).error).toMatchObject({
      target: '$query',
      message: expect.stringContaining('expected text/plain'),
    });
  },
);

test('HEAD is GET without the body, and leaves no query open', async () => {
  const { state, ask: askAgain } = libraryService();
  const { status, headers, text } = await askAgain('Books', { method: 'HEAD' });
  expect([status, text]).toEqual([200, '']);
  expect(headers['content-type']).toContain('application/json');
  expect(state.open).toBe(0);
});

test.each([
  ['POST', 'Books', 'GET, HEAD'],
  ['PATCH', 'Books(1)', 'GET, HEAD'],
  ['DELETE', '', 'GET, HEAD'],
  ['GET', 'Books/$query', 'POST'],
  ['GET', '$batch', 'POST'],
])('%s /%s is refused, and told what is possible', async (method, url, allow) => {
  const { status, headers, text } = await ask(url, { method });
  expect([status, headers['allow']]).toEqual([405, allow]);
  expect(JSON.parse(text).error.code).toBe('MethodNotAllowed');
});

test('an executor is given the context and what the client can read', async () => {
  const { state, ask: askAgain } = libraryService();
  const accept = 'application/json;odata.metadata=full;IEEE754Compatible=true';
  const { headers } = await askAgain('Books', { headers: { accept, 'odata-maxversion': '4.0' } });
  expect(headers['content-type']).toBe(
    'application/json;odata.metadata=full;IEEE754Compatible=true;charset=utf-8',
  );
  expect(state.asked[0]).toMatchObject({
    context: 'Ann',
    output: { metadata: 'full', ieee754Compatible: true, version: '4.0', prefix: '@odata.', root: ROOT },
  });
});
