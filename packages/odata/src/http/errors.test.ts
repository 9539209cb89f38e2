import { expect, test } from 'vitest';
import { allOf } from '../formats/testing/tables.ts';
import { libraryService } from './testing/books.ts';

test('a refusal tells code, target and position, by itself and in the message', async () => {
  const { status, headers, text } = await libraryService().ask('Missing');
  expect([status, headers['content-type']]).toEqual([404, 'application/json;charset=utf-8']);
  expect(JSON.parse(text)).toEqual({
    error: {
      code: 'NotFound',
      message: 'There is no Missing. (position 0 of Missing)',
      target: 'Missing',
      details: [{ code: 'Position', message: '0', target: 'Missing' }],
    },
  });
});

test('a wrong option is refused before anything is read', async () => {
  const { state, ask } = libraryService();
  const { status, text } = await ask('Books?$filter=Title%20eq');
  expect(status).toBe(400);
  expect(JSON.parse(text).error).toMatchObject({ code: 'SyntaxError', target: '$filter' });
  expect(state.asked).toEqual([]);
});

test('nothing of a fault of ours is said, but the host is told', async () => {
  const { state, ask } = libraryService();
  const { status, text } = await ask('Faulty');
  expect(status).toBe(500);
  expect(text).not.toContain('secret');
  expect(state.faults).toEqual([new Error('secret of the database')]);
});

test('a fault behind the first page ends the body where it is, and the host is told', async () => {
  const { state, send } = libraryService();
  const { status, body } = await send('Breaking');
  expect(status).toBe(200);
  await expect(allOf(body as AsyncIterable<string>)).rejects.toThrow('connection lost');
  expect(state.faults).toEqual([new Error('connection lost')]);
  expect(state.open).toBe(0);
});

test('a fault that a client brought about by hanging up is not told', async () => {
  const { state, send } = libraryService();
  const { body } = await send('Breaking', { signal: AbortSignal.abort() });
  await expect(allOf(body as AsyncIterable<string>)).rejects.toThrow('connection lost');
  expect(state.faults).toEqual([]);
});

test.each(['Books', 'Books?$format=csv', 'Books?$format=xlsx'])(
  'a client that hangs up during %s ends the query, whether it has read anything or not',
  async (url) => {
    for (const chunks of [0, 1, 2]) {
      const { state, send } = libraryService();
      const { body } = await send(url);
      const iterator = (body as AsyncIterable<string>)[Symbol.asyncIterator]();
      for (let read = 0; read < chunks; read += 1) await iterator.next();
      expect(state.open).toBe(1);
      await iterator.return?.();
      expect(state.open).toBe(0);
    }
  },
);

test.each([
  ['OData-MaxVersion', '3.0'],
  ['OData-MaxVersion', 'new'],
  ['OData-Version', '5.0'],
])('%s %s is refused', async (name, version) => {
  const { status, text } = await libraryService().ask('', { headers: { [name.toLowerCase()]: version } });
  expect(status).toBe(400);
  expect(JSON.parse(text).error.target).toBe(name);
});
