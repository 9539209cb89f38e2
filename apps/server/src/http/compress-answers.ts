import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What is shorter gains nothing that would be worth the time of the processor, in characters. */
const LEAST = 4_000;

const asGzip = promisify(gzip);

/**
 * Compresses long answers of the REST API for those who take it: a list of 50 worklogs is 66 KB, and 5 of them compressed. Reports go as
 * they are, since whoever asks for those is near and wants them fast.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < LEAST || !isForRest(request)) return payload;
    reply.header('vary', 'accept-encoding');
    if (!takesGzip(request)) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return await asGzip(payload, { level: constants.Z_BEST_SPEED });
  });
}

function isForRest({ url }: FastifyRequest): boolean {
  return /^\/api\/(?!odata)/i.test(url);
}

function takesGzip({ headers }: FastifyRequest): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s*,|\s*$))/i.test(headers['accept-encoding']?.toString() ?? '');
}
