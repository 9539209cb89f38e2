import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { addressOf } from '../../http/request.ts';
import type { SignalR } from '../../signalr.ts';

const { resolve } = createRequire(import.meta.url);

export interface RouteDependencies {
  readonly signalr: SignalR;
  readonly token: () => string;
}

type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** What the suite asks for beside its hubs. Null for other addresses. */
export function coreRoutes({ signalr, token }: RouteDependencies): (path: string) => Route | null {
  let redirects = 0;
  const routes: readonly [RegExp, Route][] = [
    [/^\/generateJwtToken$/i, (_request, response) => void response.end(token())],
    [
      /^\/redirect(\/|$)/i,
      (request, response) => {
        redirects += 1;
        const base = addressOf(request).query.get('baseUrl') ?? '';
        response.end(JSON.stringify({ url: `${base}/testHub?numRedirects=${redirects}` }));
      },
    ],
    [
      /^\/echoredirect(\/|$)/i,
      ({ url = '' }, response) =>
        void response.writeHead(307, { location: url.replace(/echoredirect/i, 'echo') }).end(),
    ],
    [
      /^\/bad-negotiate(\/|$)/i,
      (_request, response) => void response.writeHead(400).end('Some response from server'),
    ],
    [
      /^\/clientresult\/[^/]+$/i,
      async (request, response) => {
        const id = decodeURIComponent(addressOf(request).path.split('/')[2] ?? '');
        const asked = signalr.clients('testhub').client(id).invoke('Result');
        response.end(await asked.then(String, (error: Error) => error.message));
      },
    ],
    [
      /^\/deployment$/i,
      (_request, response) => void response.setHeader('content-type', 'application/json').end('{}'),
    ],
    [
      /^\/lib\/signalr-webworker\/signalr\.js$/i,
      (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(readFileSync(resolve('@microsoft/signalr/dist/webworker/signalr.js')));
      },
    ],
  ];
  return (path) => routes.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** The suite looks for these on later requests, and for the last one not to come. */
export function setCookies(response: ServerResponse): void {
  response.setHeader('set-cookie', [
    'testCookie=testValue; path=/',
    'testCookie2=testValue2; path=/',
    'expiredCookie=doesntmatter; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT',
  ]);
}
