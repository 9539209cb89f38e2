import { ODataError } from '../error.ts';
import type { Envelope } from '../formats/json.ts';
import { metadataText } from '../metadata/metadata-text.ts';
import { serviceDocument } from '../metadata/service-document.ts';
import type { Model } from '../model/model.ts';
import type { QueryReading } from '../url/query.ts';
import { type ParsedTarget, parseTarget } from '../url/target.ts';
import { checkOptions } from './check-options.ts';
import { dataAnswer } from './data-answer.ts';
import type { Executor, Version } from './executor.ts';
import type { Headers, ODataAnswer, ODataRequest } from './message.ts';
import { allowedMethods, checkMethod } from './methods.ts';
import { contentType, negotiate, negotiateMetadata, type Wanted } from './negotiate.ts';
import { nextLink } from './next-link.ts';
import { parsePreferences } from './preferences.ts';
import { discard } from './stream.ts';
import { prefixOf, versionOf } from './version.ts';

export interface SingleDependencies<Context> {
  readonly model: Model<Context>;
  readonly execute: Executor<Context>;
  readonly reading: QueryReading;
  /** Told of what fails after the body has begun. */
  readonly onFault: (fault: unknown, request: ODataRequest<Context>) => void;
}

/** Answers everything but a batch. Throws ODataError for what is refused, and whatever the executor throws. */
export async function answerSingle<Context>(
  dependencies: SingleDependencies<Context>,
  request: ODataRequest<Context>,
): Promise<ODataAnswer> {
  const [path = ''] = request.url.split('?', 1);
  checkMethod(request.method, allowedMethods(path));
  checkBody(path, request.body);
  const target = parseTarget(withBody(request), dependencies.reading);
  checkOptions(target);
  const answer = await answerTarget(dependencies, request, target);
  if (request.method !== 'HEAD') return answer;
  await discard(answer.body);
  return { ...answer, body: '' };
}

function answerTarget<Context>(
  dependencies: SingleDependencies<Context>,
  request: ODataRequest<Context>,
  target: ParsedTarget,
): ODataAnswer | Promise<ODataAnswer> {
  switch (target.path.kind) {
    case 'service':
      return serviceAnswer(dependencies.model, request, target);
    case 'metadata':
      return metadataAnswer(dependencies.model, request, target);
    case 'batch':
      throw new ODataError('InvalidQuery', 'A batch has no batch within it.');
    default:
      return resourceAnswer(dependencies, request, target);
  }
}

function serviceAnswer<Context>(
  model: Model<Context>,
  { headers, root }: ODataRequest<Context>,
  { options }: ParsedTarget,
): ODataAnswer {
  const version = versionOf(headers);
  const wanted = negotiate(options.format, headers.accept, ['json']);
  const prefix = prefixOf(headers, version);
  return {
    status: 200,
    headers: { 'content-type': contentType(wanted), 'odata-version': version },
    body: serviceDocument(model, { root, prefix, metadata: wanted.metadata }),
  };
}

function metadataAnswer<Context>(
  model: Model<Context>,
  { headers }: ODataRequest<Context>,
  { options }: ParsedTarget,
): ODataAnswer {
  const version = versionOf(headers);
  const format = negotiateMetadata(options.format, headers.accept, version);
  return {
    status: 200,
    headers: { 'content-type': `application/${format};charset=utf-8`, 'odata-version': version },
    body: metadataText(model, format, format === 'xml' ? xmlVersion(headers, version) : version),
  };
}

/** Clients that do not say what they can read get XML that says 4.0: those of 4.0 refuse others, those of 4.01 read both. */
function xmlVersion(headers: Headers, version: Version): Version {
  const isKnown = headers['odata-maxversion'] !== undefined || headers['odata-version'] !== undefined;
  return isKnown ? version : '4.0';
}

async function resourceAnswer<Context>(
  { execute, onFault }: SingleDependencies<Context>,
  request: ODataRequest<Context>,
  target: ParsedTarget,
): Promise<ODataAnswer> {
  const { root, headers, context, signal } = request;
  const version = versionOf(headers);
  const prefix = prefixOf(headers, version);
  const wanted = wantedOf(target, headers.accept);
  const { maxPageSize } = parsePreferences(headers.prefer);
  const { metadata, ieee754Compatible } = wanted;
  const isTable = wanted.format !== 'json';
  const output = {
    pageSize: isTable ? Number.POSITIVE_INFINITY : maxPageSize,
    metadata: isTable ? 'none' : metadata,
    prefix,
    ieee754Compatible: isTable || ieee754Compatible,
    root,
    version,
  } as const;
  const result = await execute({ target, context, output, signal });
  const envelope: Envelope = {
    root,
    prefix,
    metadata,
    ieee754Compatible,
    nextLink: (token) => nextLink(root, request.url, request.body, token),
  };
  const tellFault = (fault: unknown) => {
    if (!signal.aborted) onFault(fault, request);
  };
  const data = await dataAnswer(result, { wanted, envelope, title: titleOf(target), onFault: tellFault });
  const isPaged = maxPageSize !== null && result.kind === 'rows' && !isTable;
  return {
    status: data.status,
    headers: {
      'odata-version': version,
      ...(data.contentType === null ? {} : { 'content-type': data.contentType }),
      ...(isPaged ? { 'preference-applied': `odata.maxpagesize=${maxPageSize}` } : {}),
      ...(isTable ? { 'content-disposition': attachment(titleOf(target), wanted) } : {}),
    },
    body: data.body,
  };
}

/** JSON in the body of a `/$query` request would be an option that nobody knows, and all rows the answer. */
function checkBody(path: string, body: string): void {
  if (!/(?:\$|%24)query\/?$/i.test(path) || !/^\s*[{["]/.test(body)) return;
  const expected = 'text/plain with options as in an address, such as $filter=Id eq 5&$top=10';
  throw new ODataError('InvalidQuery', `The body is JSON; expected ${expected}.`, {
    status: 415,
    target: '$query',
  });
}

/** The path with all options: those of a `/$query` request come in its body too. */
function withBody({ url, body, method }: ODataRequest<unknown>): string {
  const options = method === 'POST' ? body.trim().replaceAll('#', '%23') : '';
  if (options === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${options}`;
}

/** `/$count` and `/$value` are texts whatever is accepted. */
function wantedOf({ path, options }: ParsedTarget, accept: string | undefined): Wanted {
  const last = path.kind === 'resource' ? path.segments.at(-1)?.type : undefined;
  if (last === 'count' || last === 'value') return negotiate('json', undefined, ['json']);
  return negotiate(options.format, accept, ['json', 'csv', 'xlsx']);
}

/** The first segment: most often a set's name. */
function titleOf({ path }: ParsedTarget): string {
  return (path.kind === 'resource' ? path.segments[0]?.text : undefined) ?? 'Rows';
}

function attachment(title: string, { format }: Wanted): string {
  return `attachment; filename="${title.replaceAll(/[^\w-]+/g, '_')}.${format}"`;
}
