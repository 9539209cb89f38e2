import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { receive } from './receive.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('counts what comes, and gives the file with its name', async () => {
  const address = await serving((_, response) => {
    response.setHeader('content-disposition', 'attachment; filename="demo.gz"');
    response.write('12345');
    setTimeout(() => response.end('678'), 20);
  });
  const seen: number[] = [];
  const { name, blob } = await receive(address, new AbortController().signal, (bytes) => seen.push(bytes));
  expect([name, await blob.text()]).toEqual(['demo.gz', '12345678']);
  expect([seen[0], seen.at(-1)]).toEqual([5, 8]);
});

test('a refusal is told in the words of the server', async () => {
  const address = await serving((_, response) =>
    response.writeHead(403).end(JSON.stringify({ error: { message: 'Not for you.' } })),
  );
  await expect(receive(address, new AbortController().signal, () => undefined)).rejects.toThrow(
    'Not for you.',
  );
});

test('an answer that breaks off is no file', async () => {
  const address = await serving((_, response) => {
    response.write('12345');
    setTimeout(() => response.destroy(), 20);
  });
  await expect(receive(address, new AbortController().signal, () => undefined)).rejects.toThrow();
});

test('one that is given up ends at once', async () => {
  const address = await serving((_, response) => void response.write('12345'));
  const stopping = new AbortController();
  await expect(receive(address, stopping.signal, () => stopping.abort())).rejects.toThrow(/abort/i);
});
