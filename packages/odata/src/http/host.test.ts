import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, expect, test } from 'vitest';
import { library } from '../metadata/testing/library.ts';
import type { RowsResult } from './executor.ts';
import { createODataHandler } from './handler.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** Serves rows over HTTP, on the loopback; tells when they are closed. */
async function serve(pages: () => AsyncGenerator<string>) {
  const closed = Promise.withResolvers<void>();
  const rows = async function* () {
    try {
      yield* pages();
    } finally {
      closed.resolve();
    }
  };
  const handle = createODataHandler<null>({
    model: library,
    execute: async (): Promise<RowsResult> => ({
      kind: 'rows',
      context: 'Books',
      rows: rows(),
      count: null,
      nextToken: () => null,
      columns: [{ path: ['Id'], type: 'Edm.Int32' }],
    }),
    onFault: () => {},
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const hungUp = new AbortController();
    response.on('close', () => hungUp.abort());
    const { status, headers, body } = await handle({
      method: request.method ?? '',
      root: 'http://localhost/',
      url: request.url?.slice(1) ?? '',
      headers: {},
      body: '',
      context: null,
      signal: hungUp.signal,
    });
    response.writeHead(status, headers);
    await pipeline(Readable.from(body), response).catch(() => {});
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, closed: closed.promise };
}

test.each(['Books', 'Books?$format=csv', 'Books?$format=xlsx'])(
  'a client that hangs up during endless %s ends them',
  async (url) => {
    const { address, closed } = await serve(async function* () {
      for (let id = 0; ; id += 1)
        yield Array.from({ length: 1000 }, (_, index) => `{"Id":${id + index}}`).join(',\n');
    });
    const hangUp = new AbortController();
    const { body } = await fetch(address + url, { signal: hangUp.signal });
    await body?.getReader().read();
    hangUp.abort();
    await closed;
  },
);

test.each(['Books', 'Books?$format=csv', 'Books?$format=xlsx'])(
  'no client takes %s for whole when they fail half way',
  async (url) => {
    const { address } = await serve(async function* () {
      yield '{"Id":1}';
      throw new Error('connection lost');
    });
    const response = await fetch(address + url);
    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow('terminated');
  },
);
