import { ODataError } from '../../error.ts';
import { errorAnswer } from '../error-answer.ts';
import type { Version } from '../executor.ts';
import type { Handler, ODataAnswer, ODataRequest } from '../message.ts';
import { belowRoot, withReference } from './address.ts';
import type { BatchItem } from './request.ts';

export interface BatchAnswer {
  readonly item: BatchItem;
  readonly answer: ODataAnswer;
}

export interface BatchOptions {
  readonly version: Version;
  readonly continueOnError: boolean;
}

/**
 * Answers the requests of a batch in their order, each when it is asked for. What depends on a request that failed, and the rest of a
 * group of which one failed, is answered with 424; without `continueOnError` the first that fails is the last (OData Protocol 4.01,
 * 11.7.3).
 */
export async function* runBatch<Context>(
  batch: ODataRequest<Context>,
  items: readonly BatchItem[],
  answerOne: Handler<Context>,
  { version, continueOnError }: BatchOptions,
): AsyncGenerator<BatchAnswer> {
  const failed = new Set<string>();
  const paths = new Map<string, string>();
  for (const item of items) {
    const cause = [...item.dependsOn, item.group].find((name) => name !== null && failed.has(name));
    const answer =
      typeof cause === 'string'
        ? dependencyFailed(cause, version)
        : await answerItem(batch, { ...item, url: withReference(item.url, paths) }, answerOne, version);
    yield { item, answer };
    if (answer.status >= 400) {
      for (const name of [item.id, item.group]) if (name !== null) failed.add(name);
      if (!continueOnError) return;
    }
    if (item.id !== null) paths.set(item.id, pathOf(withReference(item.url, paths)));
  }
}

async function answerItem<Context>(
  batch: ODataRequest<Context>,
  item: BatchItem,
  answerOne: Handler<Context>,
  version: Version,
): Promise<ODataAnswer> {
  if (item.method === null)
    return refused('MethodNotAllowed', 'This service has no change sets: it is read-only.', version);
  const url = belowRoot(item.url, batch.root);
  if (url === null) return refused('NotFound', 'The address is not of this service.', version);
  return answerOne({
    ...batch,
    method: item.method,
    url,
    headers: { ...inherited(batch), ...item.headers },
    body: item.body,
  });
}

/** Versions hold for every request of a batch that does not name its own. */
function inherited({ headers }: ODataRequest<unknown>) {
  return {
    'odata-version': headers['odata-version'],
    'odata-maxversion': headers['odata-maxversion'],
  };
}

function dependencyFailed(cause: string, version: Version): ODataAnswer {
  const error = new ODataError('InvalidQuery', `"${cause}" has failed.`, { status: 424 });
  return errorAnswer(error, version);
}

function refused(code: 'MethodNotAllowed' | 'NotFound', message: string, version: Version): ODataAnswer {
  return errorAnswer(
    new ODataError(code, message),
    version,
    code === 'MethodNotAllowed' ? 'GET, HEAD' : undefined,
  );
}

function pathOf(url: string): string {
  return (url.split('?', 1)[0] ?? '').replace(/\/$/, '');
}
