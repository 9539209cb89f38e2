import { Readable } from 'node:stream';
import type { ODataAnswer } from '@stint/odata';
import type { FastifyReply } from 'fastify';

/** Sends an answer; a body that fails half way cuts the connection, so that nobody takes half an answer for a whole one. */
export function sendAnswer(reply: FastifyReply, { status, headers, body }: ODataAnswer): FastifyReply {
  void reply.code(status).headers(headers);
  return reply.send(typeof body === 'string' || Buffer.isBuffer(body) ? body : Readable.from(body));
}

/** Is aborted when the connection ends. */
export function hangUpSignal(reply: FastifyReply): AbortSignal {
  const hungUp = new AbortController();
  reply.raw.once('close', () => hungUp.abort());
  return hungUp.signal;
}
