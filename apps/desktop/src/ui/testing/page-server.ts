import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../../dist/page/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The built page on the loopback. */
export async function openPageServer(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    void serveFile(new URL(request.url ?? '/', 'http://x').pathname, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function serveFile(path: string, response: ServerResponse): Promise<void> {
  const file = normalize(join(dist, path === '/' ? 'index.html' : path));
  try {
    const body = path === '/favicon.ico' ? '' : await readFile(file);
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    // The names of built files change with what is in them.
    response.setHeader('cache-control', 'max-age=3600');
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}
