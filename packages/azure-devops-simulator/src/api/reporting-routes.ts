import type { FastifyInstance } from 'fastify';
import { isPerson } from '../world/people.ts';
import { latest, type LinkChange, type Revision } from '../world/world.ts';
import type { Context } from './context.ts';
import { projectOf } from './core-routes.ts';
import { badRequest } from './errors.ts';
import {
  countParameter,
  dateParameter,
  flagParameter,
  listParameter,
  parameter,
  type Query,
} from './query.ts';
import { allFields, identityRef, longTextFields } from './render.ts';

type Filter = {
  fields?: string[] | undefined;
  types?: string[] | undefined;
  includeDeleted?: boolean;
  includeIdentityRef?: boolean;
  includeLatestOnly?: boolean;
};
type ReportRoute = { Params: { project?: string }; Querystring: Query };

const defaultBatch = 200;
const largestBatch = 1000;

/** The calls that follow all changes: revisions (GET and POST) and links. */
export function reportingRoutes(app: FastifyInstance, context: Context, prefix: '' | '/:project'): void {
  const base = `${prefix}/_apis/wit/reporting`;
  app.get<ReportRoute>(`${base}/workItemRevisions`, async ({ params, query }) =>
    revisionsBatch(context, params.project, query, {
      fields: listParameter(query, 'fields'),
      types: listParameter(query, 'types'),
      includeDeleted: flagParameter(query, 'includeDeleted'),
      includeIdentityRef: flagParameter(query, 'includeIdentityRef'),
      includeLatestOnly: flagParameter(query, 'includeLatestOnly'),
    }),
  );
  app.post<ReportRoute & { Body: Filter | null }>(
    `${base}/workItemRevisions`,
    async ({ params, query, body }) => revisionsBatch(context, params.project, query, body ?? {}),
  );
  app.get<ReportRoute>(`${base}/workItemLinks`, async ({ params, query }) => {
    const types = listParameter(query, 'linkTypes');
    const project = params.project === undefined ? undefined : projectOf(context, params.project).name;
    const matches = (link: LinkChange): boolean =>
      (types === undefined || types.some((type) => hierarchy.startsWith(type))) &&
      (project === undefined ||
        [link.parentId, link.childId].some((id) => projectName(context, id) === project));
    const batch = nextBatch(context.world.links, query, matches, ({ changedDate }) => changedDate);
    return answer(context, 'workItemLinks', batch, (link) => linkJson(context, link));
  });
}

function revisionsBatch(
  context: Context,
  projectParameter: string | undefined,
  query: Query,
  filter: Filter,
): unknown {
  const project = projectParameter === undefined ? undefined : projectOf(context, projectParameter).name;
  const matches = (revision: Revision): boolean => {
    const item = context.world.items.get(revision.id);
    if (item === undefined) return false;
    const newest = latest(item);
    if (newest.isDeleted && filter.includeDeleted !== true) return false;
    if (filter.includeLatestOnly === true && newest !== revision) return false;
    if (project !== undefined && revision.fields['System.TeamProject'] !== project) return false;
    return (
      filter.types === undefined || filter.types.includes(String(revision.fields['System.WorkItemType']))
    );
  };
  const batch = nextBatch(context.world.revisions, query, matches, ({ fields }) =>
    String(fields['System.ChangedDate']),
  );
  const allText = ['1', 'fields'].includes(parameter(query, '$expand')?.toLowerCase() ?? '');
  return answer(context, 'workItemRevisions', batch, (revision) => ({
    id: revision.id,
    rev: revision.rev,
    fields: reportedFields(context, revision, filter, allText),
  }));
}

type Batch<T> = { readonly values: T[]; readonly token: number; readonly isLast: boolean };

/** The next matching entries of a log after the token (or after a date), and the token behind them. */
function nextBatch<T>(
  log: readonly T[],
  query: Query,
  matches: (entry: T) => boolean,
  dateOf: (entry: T) => string,
): Batch<T> {
  const token = parameter(query, 'continuationToken');
  const start = dateParameter(query, 'startDateTime');
  if (token !== undefined && start !== undefined) {
    throw badRequest(
      'TF401346: The startDateTime and continuationToken (watermark) parameters cannot be used together.',
      'VssPropertyValidationException',
    );
  }
  let position = Number(token ?? 0);
  if (!Number.isSafeInteger(position) || position < 0)
    throw badRequest(`The continuation token '${token}' is not valid.`);
  const size = Math.min(countParameter(query, '$maxPageSize') ?? defaultBatch, largestBatch);
  const values: T[] = [];
  for (; position < log.length && values.length < size; position += 1) {
    const entry = log[position];
    if (entry === undefined || !matches(entry)) continue;
    if (start === undefined || Date.parse(dateOf(entry)) >= start) values.push(entry);
  }
  return { values, token: position, isLast: position >= log.length };
}

function answer<T>(
  context: Context,
  resource: string,
  { values, token, isLast }: Batch<T>,
  json: (entry: T) => unknown,
): unknown {
  return {
    values: values.map(json),
    nextLink: `${context.collectionUrl()}/_apis/wit/reporting/${resource}?continuationToken=${token}&api-version=7.1`,
    continuationToken: String(token),
    isLastBatch: isLast,
  };
}

function reportedFields(
  context: Context,
  revision: Revision,
  filter: Filter,
  allText: boolean,
): Record<string, unknown> {
  const item = context.world.items.get(revision.id);
  if (item === undefined) return {};
  const names = filter.fields === undefined ? null : new Set(filter.fields);
  const deleted = revision.isDeleted ? { 'System.IsDeleted': true } : {};
  const shown = Object.entries({ ...allFields(item, revision), ...deleted }).filter(([name]) =>
    names === null ? allText || !longTextFields.has(name) : names.has(name),
  );
  const value = (one: unknown): unknown => {
    if (!isPerson(one)) return one;
    return filter.includeIdentityRef === true
      ? identityRef(one, context.collectionUrl())
      : `${one.displayName} <${one.uniqueName}>`;
  };
  return Object.fromEntries(shown.map(([name, one]) => [name, value(one)]));
}

const hierarchy = 'System.LinkTypes.Hierarchy-Forward';

const projectName = ({ world }: Context, id: number): unknown => {
  const item = world.items.get(id);
  return item === undefined ? undefined : latest(item).fields['System.TeamProject'];
};

const linkJson = ({ collectionUrl }: Context, link: LinkChange): unknown => ({
  rel: hierarchy,
  attributes: {
    sourceId: link.parentId,
    targetId: link.childId,
    isActive: link.isActive,
    changedDate: link.changedDate,
    changedBy: identityRef(link.changedBy, collectionUrl()),
    changedOperation: link.isActive ? 'create' : 'remove',
  },
});
