import type { ServerResponse } from 'node:http';
import { callbackScript } from '../wire/jsonp.ts';
import { jsonType, scriptType } from '../http/media-types.ts';
import type { Transport, TransportEvents } from './transport.ts';
import { whenClosed } from './when-closed.ts';

export interface LongPollOptions extends TransportEvents {
  /** The JSONP callback, where the client asked for one; such an answer is a script, so it carries no signs of life. */
  readonly callback: string | null;
  /** When it has been held long enough, in milliseconds. */
  readonly until: number;
}

/** A poll: the answer to `connect`, `poll` or `reconnect` is held until there is a frame to send. */
export function openLongPoll(
  response: ServerResponse,
  { callback, until, lost }: LongPollOptions,
): Transport {
  whenClosed(response, lost);
  response.writeHead(200, {
    'content-type': callback === null ? jsonType : scriptType,
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  return {
    name: 'longPolling',
    once: true,
    get waitingBytes() {
      return response.writableLength;
    },
    send(frame) {
      response.off('close', lost);
      response.end(callback === null ? frame : callbackScript(callback, frame));
    },
    keepAlive() {
      if (callback === null) response.write(' ');
    },
    isOver: (now) => now >= until,
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
