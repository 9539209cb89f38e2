import type { ServerResponse } from 'node:http';
import { answerText } from '../../http/answer.ts';
import type { Link } from './link.ts';

/** A link whose client fetches what waits for it, poll by poll. */
export interface PollingLink extends Link {
  /** When the last poll ended, in milliseconds; null while one is open. */
  readonly awaySince: number | null;
  poll(response: ServerResponse): void;
}

export interface PollingOptions {
  /** Milliseconds a poll waits at most. */
  readonly pollTimeout: number;
  /** The last poll has been answered: nothing comes any more. */
  readonly gone: () => void;
}

export function pollingLink({ pollTimeout, gone }: PollingOptions): PollingLink {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let open: { readonly response: ServerResponse; readonly since: number } | null = null;
  let awaySince: number | null = Date.now();
  let isEnding = false;
  let isFlushing = false;

  const take = (): ServerResponse | null => {
    const taken = open?.response ?? null;
    open = null;
    awaySince = Date.now();
    return taken;
  };

  const flush = () => {
    isFlushing = false;
    if (open === null || (waitingBytes === 0 && !isEnding)) return;
    const response = take();
    if (response === null) return;
    if (waitingBytes === 0) {
      answerText(response, 204);
      return gone();
    }
    const body = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': body.length });
    response.end(body);
  };

  // What is sent in one go leaves in one answer.
  const flushSoon = () => {
    if (isFlushing) return;
    isFlushing = true;
    queueMicrotask(flush);
  };

  return {
    get waitingBytes() {
      return waitingBytes;
    },
    get awaySince() {
      return awaySince;
    },
    poll(response) {
      const previous = take();
      if (previous !== null) answerText(previous, 204);
      open = { response, since: Date.now() };
      awaySince = null;
      response.on('close', () => {
        if (open?.response === response) take();
      });
      flush();
    },
    send(data) {
      waiting.push(data);
      waitingBytes += data.length;
      flushSoon();
    },
    end() {
      isEnding = true;
      flushSoon();
    },
    destroy() {
      waiting = [];
      waitingBytes = 0;
      const response = take();
      if (response !== null) answerText(response, 204);
      gone();
    },
    tick(now) {
      if (open !== null && now - open.since >= pollTimeout) {
        const response = take();
        if (response !== null) answerText(response, 200);
      }
    },
  };
}
