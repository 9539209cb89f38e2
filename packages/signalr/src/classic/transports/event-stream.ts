import type { ServerResponse } from 'node:http';
import { keepAliveText } from '../wire/frame.ts';
import type { Transport, TransportEvents } from './transport.ts';
import { whenClosed } from './when-closed.ts';

/** Server-sent events: the answer to `connect` or `reconnect` stays open. */
export function openEventStream(response: ServerResponse, { lost }: TransportEvents): Transport {
  const event = (data: string) => void response.write(`data: ${data}\n\n`);
  whenClosed(response, lost);
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    // Proxies that gather answers would keep events back.
    'x-accel-buffering': 'no',
  });
  event('initialized');
  return {
    name: 'serverSentEvents',
    once: false,
    get waitingBytes() {
      return response.writableLength;
    },
    send: event,
    keepAlive: () => event(keepAliveText),
    isOver: () => false,
    end() {
      response.off('close', lost);
      response.end();
    },
    destroy() {
      response.off('close', lost);
      response.destroy();
    },
  };
}
