import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorBody } from './errors.ts';

type Fault = {
  status?: number;
  retryAfter?: number;
  count?: number;
  delayMs?: number;
  path?: string;
  losesAnswer?: boolean;
};

/**
 * Lets tests and demos see a service in trouble.
 * `POST /_simulator/faults {status, retryAfter, count, delayMs}`: the next `count` (1) calls wait `delayMs` and answer
 * `status` with `Retry-After: retryAfter` seconds; without a status they are only slow. `path` spares the addresses that
 * do not contain it. With `losesAnswer` a call does what it should, and is cut off before its answer. An empty body ends all faults.
 * `POST /_simulator/down {down}`: every call is cut off until `down` is false.
 */
export function makeFaults(): {
  hook: typeof hook;
  loseAnswer: typeof loseAnswer;
  register(app: FastifyInstance): void;
} {
  const unanswered = new WeakSet<FastifyRequest>();
  let fault: Fault = {};
  let left = 0;
  let down = false;

  async function hook(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (down) {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    const { status, retryAfter, delayMs = 0, path = '', losesAnswer = false } = fault;
    if (left === 0 || !request.url.includes(path)) return undefined;
    left -= 1;
    if (losesAnswer) unanswered.add(request);
    if (delayMs > 0) await sleep(delayMs, undefined, { ref: false });
    if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
    if (status === undefined) return undefined;
    return reply
      .status(status)
      .send(errorBody('RequestBlockedException', messages[status] ?? `Fault ${status}.`));
  }

  async function loseAnswer(request: FastifyRequest): Promise<void> {
    if (unanswered.has(request)) request.raw.socket.destroy();
  }

  const register = (app: FastifyInstance): void => {
    app.post<{ Body: Fault | null }>('/_simulator/faults', async ({ body }) => {
      fault = body ?? {};
      left = body === null || Object.keys(fault).length === 0 ? 0 : (fault.count ?? 1);
      return { left };
    });
    app.post<{ Body: { down?: boolean } | null }>('/_simulator/down', async ({ body }) => {
      down = body?.down === true;
      return { down };
    });
  };
  return { hook, loseAnswer, register };
}

const messages: Readonly<Record<number, string>> = {
  429: "TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource 'Concurrency' in namespace 'User'.",
  503: 'TF400898: The service is unavailable.',
};
