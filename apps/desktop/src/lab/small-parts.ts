import { EventEmitter } from 'node:events';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { app } from './app.ts';

type Answer = (request: Request) => Response | Promise<Response>;
let answer: Answer = () => new Response(null, { status: 404 });
const origins = new Map<string, string>();

export const protocol = {
  registerSchemesAsPrivileged: () => undefined,
  handle: (_scheme: string, handler: Answer) => {
    answer = handler;
  },
};

/** Where Chromium finds the pages of a scheme that only Electron knows: on the loopback. */
export async function originOf(origin: string): Promise<string> {
  const known = origins.get(origin);
  if (known) return known;
  const server = createServer((request, response) => void relay(`${origin}${request.url ?? '/'}`, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const made = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  origins.set(origin, made);
  return made;
}

async function relay(url: string, response: ServerResponse): Promise<void> {
  // What only a browser asks for, and the page that stands in a window before its own is there.
  if (/\/(favicon\.ico|blank)$/.test(url)) {
    response.writeHead(200, { 'content-type': 'text/html' }).end();
    return;
  }
  const { status, headers, body } = await answer(new Request(url));
  response.writeHead(status, Object.fromEntries(headers));
  response.end(body === null ? undefined : Buffer.from(await new Response(body).arrayBuffer()));
}

export const net = { fetch: (input: string, init?: RequestInit) => fetch(input, init) };

/** The lab was not installed, so there is nothing to update. */
export const autoUpdater = new EventEmitter();

/** No key ring in the lab, unless a test says that there is one: then texts are only turned around. */
const hasKeyRing = process.env['STINT_LAB_KEY_RING'] === '1';
const turn = (text: string) => text.split('').toReversed().join('');
export const safeStorage = {
  isEncryptionAvailable: () => hasKeyRing,
  getSelectedStorageBackend: () => (hasKeyRing ? ('gnome_libsecret' as const) : ('basic_text' as const)),
  encryptString: (text: string) => Buffer.from(turn(text)),
  decryptString: (sealed: Buffer) => turn(sealed.toString()),
};

export const nativeTheme = {
  themeSource: 'system' as 'system' | 'light' | 'dark',
  shouldUseDarkColors: false,
};

/** Chromium asks the person itself, in its own profile. */
export const session = { defaultSession: { setPermissionRequestHandler: () => undefined } };

export const dialog = { showErrorBox: (title: string, content: string) => console.error(title, content) };

/** Notes what would be opened in the browser in a file beside the app's own. */
export const shell = {
  openExternal: async (url: string) => {
    appendFileSync(join(app.getPath('userData'), 'opened'), `${url}\n`);
  },
};
