import { ODataError } from '../error.ts';
import { answerBatch } from './batch/batch.ts';
import type { Version } from './executor.ts';
import { errorAnswer, faultAnswer } from './error-answer.ts';
import type { Handler, Headers, ODataAnswer, ODataRequest } from './message.ts';
import { allowedMethods } from './methods.ts';
import { answerSingle, type SingleDependencies } from './single.ts';
import { versionOf } from './version.ts';

export interface HandlerDependencies<Context>
  extends Omit<SingleDependencies<Context>, 'reading'>,
    Partial<Pick<SingleDependencies<Context>, 'reading'>> {}

/**
 * Makes the function that answers requests: the service document, `$metadata`, `$batch`, and what the executor reads. It never
 * rejects; faults that are not the client's are told to `onFault` and answered with 500.
 */
export function createODataHandler<Context>(dependencies: HandlerDependencies<Context>): Handler<Context> {
  const single: SingleDependencies<Context> = { reading: { plusIsBlank: true }, ...dependencies };

  const answerSafely = async (request: ODataRequest<Context>, answer: Handler<Context>) => {
    try {
      return await answer(request);
    } catch (error) {
      return refusal(request, error);
    }
  };

  const refusal = (request: ODataRequest<Context>, error: unknown): ODataAnswer => {
    const version = safeVersion(request.headers);
    if (error instanceof ODataError) {
      const [path = ''] = request.url.split('?', 1);
      return errorAnswer(error, version, error.status === 405 ? allowedMethods(path) : undefined);
    }
    dependencies.onFault(error, request);
    return faultAnswer(version);
  };

  const answerOne: Handler<Context> = (request) =>
    answerSafely(request, (each) => answerSingle(single, each));

  return (request) =>
    isBatch(request.url)
      ? answerSafely(request, (batch) => answerBatch(batch, answerOne))
      : answerOne(request);
}

function isBatch(url: string): boolean {
  return /^\/?(?:\$|%24)batch\/?(?:\?|$)/i.test(url);
}

/** Of an error: where the version itself is wrong, any will do. */
function safeVersion(headers: Headers): Version {
  try {
    return versionOf(headers);
  } catch {
    return '4.01';
  }
}
