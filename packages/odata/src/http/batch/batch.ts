import { randomUUID } from 'node:crypto';
import { ODataError } from '../../error.ts';
import { bounds } from '../bounds.ts';
import { parseAccept } from '../media-range.ts';
import type { Handler, ODataAnswer, ODataRequest } from '../message.ts';
import { checkMethod } from '../methods.ts';
import { parsePreferences } from '../preferences.ts';
import { versionOf } from '../version.ts';
import { readJsonBatch } from './json.ts';
import { readMultipart } from './multipart.ts';
import { runBatch } from './run.ts';
import { writeJsonBatch } from './write-json.ts';
import { writeMultipart } from './write-multipart.ts';

/**
 * Answers a batch of reading requests in the form in which it came, multipart or JSON (OData Protocol 4.01, 11.7). Throws ODataError
 * where the batch itself is wrong; what is wrong with one of its requests is that request's answer.
 */
export async function answerBatch<Context>(
  request: ODataRequest<Context>,
  answerOne: Handler<Context>,
): Promise<ODataAnswer> {
  checkMethod(request.method, 'POST');
  const version = versionOf(request.headers);
  const type = request.headers['content-type'] ?? '';
  const mediaType = (type.split(';', 1)[0] ?? '').trim().toLowerCase();
  const isJson = mediaType === 'application/json';
  if (!isJson && mediaType !== 'multipart/mixed') {
    const message = 'A batch is multipart/mixed or application/json.';
    throw new ODataError('InvalidQuery', message, { status: 415, target: 'Content-Type' });
  }
  checkAccepted(request.headers.accept, mediaType);
  const items = isJson ? readJsonBatch(request.body) : readMultipart(request.body, type);
  if (items.length > bounds.batchRequests) {
    throw new ODataError('TooComplex', `A batch has ${bounds.batchRequests} requests at most.`);
  }
  const { continueOnError } = parsePreferences(request.headers.prefer);
  const answers = runBatch(request, items, answerOne, { version, continueOnError });
  const boundary = `batch_${randomUUID()}`;
  return {
    status: 200,
    headers: {
      'odata-version': version,
      'content-type': isJson ? 'application/json;charset=utf-8' : `multipart/mixed;boundary=${boundary}`,
      ...(continueOnError ? { 'preference-applied': 'odata.continue-on-error' } : {}),
    },
    body: isJson ? writeJsonBatch(answers) : writeMultipart(answers, boundary),
  };
}

/** A batch is answered in its own form. */
function checkAccepted(accept: string | undefined, mediaType: string): void {
  const [type] = mediaType.split('/');
  const ranges = [mediaType, `${type}/*`, '*/*'];
  const isAccepted = parseAccept(accept || '*/*').some((range) =>
    ranges.includes(`${range.type}/${range.subtype}`),
  );
  if (isAccepted) return;
  throw new ODataError('NotAcceptable', `This batch is answered as ${mediaType}.`, { target: 'Accept' });
}
