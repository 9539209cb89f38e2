import type { FastifyInstance } from 'fastify';
import { createItem, removeItem, restoreItem } from '../world/changes.ts';
import { textOf } from '../world/text.ts';
import { type Item, latest, liveItem } from '../world/world.ts';
import { authorOf, type Context, wrapped } from './context.ts';
import { projectOf } from './core-routes.ts';
import { badRequest, noSuchRevision, noSuchWorkItem } from './errors.ts';
import { applyPatch, fieldChanges, readPatch } from './patch.ts';
import { listParameter, parameter, type Query } from './query.ts';
import { expandOf, workItemJson } from './render.ts';
import { typeOf } from './type-routes.ts';

type IdRoute = { Params: { id: string; project?: string }; Querystring: Query };
type BatchBody = { ids?: number[]; fields?: string[]; $expand?: unknown; errorPolicy?: unknown };

/** How many work items one request may read. */
const maxIds = 200;

/** Reading, creating, changing and deleting work items, for the whole collection (`''`) or one project. */
export function workItemRoutes(app: FastifyInstance, context: Context, prefix: '' | '/:project'): void {
  const base = `${prefix}/_apis/wit`;
  app.get<{ Querystring: Query }>(`${base}/workItems`, async ({ query }) => {
    const ids = (listParameter(query, 'ids') ?? []).map(Number);
    const options = { ids, fields: listParameter(query, 'fields'), expand: parameter(query, '$expand') };
    return readMany(context, { ...options, errorPolicy: parameter(query, 'errorPolicy') });
  });
  app.post<{ Body: BatchBody | null }>(`${base}/workItemsBatch`, async ({ body }) =>
    readMany(context, {
      ids: body?.ids ?? [],
      fields: body?.fields,
      expand: body?.$expand,
      errorPolicy: body?.errorPolicy,
    }),
  );
  app.get<IdRoute>(`${base}/workItems/:id`, async ({ params, query }) =>
    workItemJson(context, itemOf(context, params.id), {
      fields: listParameter(query, 'fields'),
      expand: expandOf(parameter(query, '$expand')),
    }),
  );
  app.get<IdRoute>(`${base}/workItems/:id/revisions`, async ({ params }) => {
    const item = itemOf(context, params.id);
    return wrapped(item.revisions.map((revision) => workItemJson(context, item, { revision })));
  });
  app.get<{ Params: { id: string; revision: string } }>(
    `${base}/workItems/:id/revisions/:revision`,
    async ({ params }) => {
      const item = itemOf(context, params.id);
      const revision = item.revisions.find(({ rev }) => rev === Number(params.revision));
      if (revision === undefined) throw noSuchRevision(item.id, params.revision);
      return workItemJson(context, item, { revision });
    },
  );
  app.patch<IdRoute>(`${base}/workItems/:id`, async ({ params, body }) => {
    const item = itemOf(context, params.id);
    applyPatch(context, item, readPatch(body), authorOf(context));
    return workItemJson(context, item, {});
  });
  app.delete<IdRoute>(`${base}/workItems/:id`, async ({ params }) => {
    const item = itemOf(context, params.id);
    removeItem(context.world, item, authorOf(context));
    const { fields } = latest(item);
    return {
      id: item.id,
      code: 200,
      name: fields['System.Title'],
      type: fields['System.WorkItemType'],
      deletedDate: fields['System.ChangedDate'],
    };
  });
  app.patch<IdRoute & { Body: { isDeleted?: boolean; IsDeleted?: boolean } | null }>(
    `${base}/recycleBin/:id`,
    async ({ params, body }) => {
      const item = context.world.items.get(Number(params.id));
      if (item === undefined || !latest(item).isDeleted) throw noSuchWorkItem(Number(params.id));
      if ((body?.isDeleted ?? body?.IsDeleted) !== false)
        throw badRequest('Only IsDeleted: false is possible.');
      restoreItem(context.world, item, authorOf(context));
      return { id: item.id, code: 200 };
    },
  );
}

/** Creating needs a project: `POST {project}/_apis/wit/workItems/${type}`. */
export function createRoute(app: FastifyInstance, context: Context): void {
  app.post<{ Params: { project: string; type: string } }>(
    '/:project/_apis/wit/workItems/:type',
    async ({ params, body }) => {
      const project = projectOf(context, params.project);
      const type = typeOf(params.type.replace(/^\$/, ''));
      const operations = readPatch(body);
      const changes = fieldChanges(operations, type.name);
      if (changes['System.Title'] === undefined)
        throw badRequest(
          'TF401320: Rule Error for field Title. Error code: Required, InvalidEmpty.',
          'RuleValidationException',
        );
      const item = createItem(context.world, project, type, changes, authorOf(context));
      const links = operations.filter(({ path }) => path.startsWith('/relations/'));
      if (links.length > 0) applyPatch(context, item, links, authorOf(context));
      return workItemJson(context, item, {});
    },
  );
}

/** The item of a route. @throws AzureError 404 */
function itemOf({ world }: Context, id: string): Item {
  const item = liveItem(world, Number(id));
  if (item === undefined) throw noSuchWorkItem(Number(id));
  return item;
}

type ManyOptions = {
  ids: readonly number[];
  fields: string[] | undefined;
  expand: unknown;
  errorPolicy: unknown;
};

function readMany(context: Context, { ids, fields, expand, errorPolicy }: ManyOptions): unknown {
  if (ids.length === 0) throw badRequest('The request has no work item ids.');
  if (ids.length > maxIds) {
    throw badRequest(
      `VS402337: You can get at most ${maxIds} work items at once, but asked for ${ids.length}.`,
    );
  }
  const expanded = expandOf(expand);
  if (fields !== undefined && expanded !== 'none' && expanded !== 'links') {
    throw badRequest(
      'The expand parameter can not be used with the fields parameter.',
      'ConflictingParametersException',
    );
  }
  const omit = ['omit', '2'].includes(textOf(errorPolicy).toLowerCase());
  const found = ids.map((id) => {
    const item = liveItem(context.world, id);
    if (item === undefined && !omit) throw noSuchWorkItem(id);
    return item === undefined ? null : workItemJson(context, item, { fields, expand: expanded });
  });
  return wrapped(found);
}
