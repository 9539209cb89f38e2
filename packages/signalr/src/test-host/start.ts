import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachUpgrades } from '../http/attach.ts';
import { allowOrigin, answerPreflight } from '../http/origin.ts';
import { refuse } from '../http/refusal.ts';
import { addressOf } from '../http/request.ts';
import { createRouter } from '../http/router.ts';
import type { Log } from '../hub/log.ts';
import { createSignalR } from '../signalr.ts';
import { classicHost } from './classic-host.ts';
import { echoAdapter } from './core/echo.ts';
import { createTokens } from './core/jwt.ts';
import { coreRoutes, setCookies } from './core/routes.ts';
import { coreHubs } from './core/test-hub.ts';

export interface TestHost {
  /** Without a slash at the end. */
  readonly address: string;
  stop(): Promise<void>;
}

function origins(): boolean {
  return true;
}

/** Serves on the loopback what the official functional suites expect. Every origin is allowed, with credentials: for tests only. */
export async function startTestHost({ port, log }: { port: number; log: Log }): Promise<TestHost> {
  const tokens = createTokens();
  const signalr = createSignalR<string>({
    path: '/',
    hubs: coreHubs,
    origins,
    detailedErrors: true,
    authorize({ path, token }) {
      if (!/^\/authorizedhub(\/|$)/i.test(path)) return { user: '', userId: '' };
      const user = token === null ? null : tokens.userOf(token);
      return user === null ? refuse(401, '') : { user, userId: user };
    },
    log,
  });
  const echo = echoAdapter();
  const echoing = createRouter({ path: '/', origins, adapters: [echo], log });
  const classic = classicHost();
  const routeOf = coreRoutes({ signalr, token: () => tokens.sign('testuser') });

  const serve = (request: IncomingMessage, response: ServerResponse) => {
    if (classic.handle(request, response)) return;
    const { path } = addressOf(request);
    if (path.endsWith('/negotiate')) setCookies(response);
    const route = routeOf(path);
    if (route === null) {
      if (!signalr.handle(request, response) && !echoing.handle(request, response))
        response.writeHead(404).end();
      return;
    }
    allowOrigin(request, response);
    if (request.method === 'OPTIONS') answerPreflight(request, response);
    else void route(request, response);
  };

  const server = createServer(serve);
  attachUpgrades(server, {
    handle: () => false,
    upgrade: (...upgrade) =>
      classic.upgrade(...upgrade) || signalr.upgrade(...upgrade) || echoing.upgrade(...upgrade),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      await Promise.all([classic.close(), signalr.close(), echo.close()]);
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
