import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../hub/log.ts';
import type { Adapter, Endpoint } from './adapter.ts';
import { answerText, refuseUpgrade } from './answer.ts';
import { allowOrigin, answerPreflight, isAllowedOrigin, type Origins } from './origin.ts';
import { addressOf, decoded } from './request.ts';

export interface RouterDependencies {
  /** Base path of all hubs. */
  readonly path: string;
  readonly origins: Origins;
  readonly adapters: readonly Adapter[];
  readonly log: Log;
}

export interface Router {
  /** False when the address is not ours; nothing has been done then. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
}

export function createRouter({ path, origins, adapters, log }: RouterDependencies): Router {
  const base = `${path.replace(/\/+$/, '').toLowerCase()}/`;

  const endpointOf = (request: IncomingMessage): Endpoint | null => {
    const { path: asked } = addressOf(request);
    if (!asked.toLowerCase().startsWith(base)) return null;
    const rest = decoded(asked.slice(base.length));
    if (rest === null) return null;
    for (const adapter of adapters) {
      const endpoint = adapter.route(rest);
      if (endpoint !== null) return endpoint;
    }
    return null;
  };

  const serve = async (endpoint: Endpoint, request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('x-content-type-options', 'nosniff');
    if (!isAllowedOrigin(request, origins)) {
      answerText(response, 403);
      return;
    }
    allowOrigin(request, response);
    if (request.method === 'OPTIONS') answerPreflight(request, response);
    else await endpoint.handle(request, response);
  };

  return {
    handle(request, response) {
      const endpoint = endpointOf(request);
      if (endpoint === null) return false;
      serve(endpoint, request, response).catch((error: unknown) => {
        // Who hung up has nothing to be told, and did nothing wrong.
        if (request.destroyed && !request.complete) {
          response.destroy();
          return;
        }
        log({ kind: 'failed', what: 'answering a request', error });
        if (response.headersSent) response.destroy();
        else answerText(response, 500);
      });
      return true;
    },
    upgrade(request, socket, head) {
      const endpoint = endpointOf(request);
      if (endpoint === null) return false;
      socket.on('error', ignored);
      if (endpoint.upgrade === undefined) refuseUpgrade(socket, 400);
      else if (!isAllowedOrigin(request, origins)) refuseUpgrade(socket, 403);
      else {
        Promise.resolve(endpoint.upgrade(request, socket, head)).catch((error: unknown) => {
          log({ kind: 'failed', what: 'upgrading to a WebSocket', error });
          refuseUpgrade(socket, 500);
        });
      }
      return true;
    },
  };
}

/** A socket whose client hangs up is closed by Node; without a listener it would end the process. */
function ignored(): void {}
