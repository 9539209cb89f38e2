import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorOf, type Context } from '../api/context.ts';
import { projectOf } from '../api/core-routes.ts';
import { AzureError, noSuchWorkItem } from '../api/errors.ts';
import { applyPatch, fieldChanges, readPatch } from '../api/patch.ts';
import { workItemJson } from '../api/render.ts';
import { typeOf } from '../api/type-routes.ts';
import { createItem, removeItem } from '../world/changes.ts';
import { type Item, latest, liveItem } from '../world/world.ts';
import { itemPage, listPage } from './view.ts';

type Edit = {
  title?: string;
  state?: string;
  assignedTo?: string | null;
  project?: string;
  type?: string;
  parentId?: number | null;
};
type EditRoute = { Params: { id: string }; Body: Edit | null };

const shown = 100;

/** The edit page under `/_simulator/` and the same changes as JSON. Needs no PAT: a simulator holds no secrets. */
export function pageRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;
  app.get('/', async (_request, reply) => reply.redirect('/_simulator/'));
  app.get<{ Querystring: { q?: string } }>('/_simulator', async ({ query }, reply) => {
    const search = query.q ?? '';
    const found = [...world.items.values()].filter((item) => matches(item, search.trim().toLowerCase()));
    return reply
      .type('text/html; charset=utf-8')
      .send(listPage(world, search, found.slice(0, shown), found.length));
  });
  app.get<{ Params: { id: string } }>('/_simulator/items/:id', async ({ params }, reply) =>
    reply.type('text/html; charset=utf-8').send(itemPage(world, itemOf(context, params.id))),
  );
  app.post<{ Body: Edit | null }>('/_simulator/items', async (request, reply) => {
    refuseOtherOrigins(request);
    const { title = '', type = 'Task', project = 'Atlas' } = request.body ?? {};
    const changes = fieldChanges(patchOf({ title }), type);
    const item = createItem(world, projectOf(context, project), typeOf(type), changes, authorOf(context));
    return reply.redirect(`/_simulator/items/${item.id}`, 303);
  });
  app.post<EditRoute>('/_simulator/items/:id', async (request, reply) => {
    refuseOtherOrigins(request);
    edit(context, itemOf(context, request.params.id), request.body ?? {});
    return reply.redirect(`/_simulator/items/${request.params.id}`, 303);
  });
  app.post<EditRoute>('/_simulator/items/:id/delete', async (request, reply) => {
    refuseOtherOrigins(request);
    removeItem(world, itemOf(context, request.params.id), authorOf(context));
    return reply.redirect('/_simulator/', 303);
  });
  app.patch<EditRoute>('/_simulator/workitems/:id', async ({ params, body }) => {
    const item = itemOf(context, params.id);
    edit(context, item, body ?? {});
    return workItemJson(context, item, { expand: 'relations' });
  });
  app.delete<EditRoute>('/_simulator/workitems/:id', async ({ params }) => {
    removeItem(world, itemOf(context, params.id), authorOf(context));
    return { id: Number(params.id) };
  });
}

function edit(context: Context, item: Item, change: Edit): void {
  const operations = patchOf(change);
  if (operations.length > 0) applyPatch(context, item, readPatch(operations), authorOf(context));
}

/** The change as the JSON Patch that an API caller would send. */
function patchOf({
  title,
  state,
  assignedTo,
  project,
  parentId,
}: Edit): { op: string; path: string; value?: unknown }[] {
  const fields = {
    'System.Title': title,
    'System.State': state,
    'System.AssignedTo': assignedTo,
    'System.TeamProject': project,
  };
  const sets = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [{ op: 'add', path: `/fields/${name}`, value }],
  );
  if (parentId === undefined) return sets;
  const rel = 'System.LinkTypes.Hierarchy-Reverse';
  const link =
    parentId === null
      ? { op: 'remove', path: '/relations/0' }
      : { op: 'add', path: '/relations/-', value: { rel, url: `/workItems/${parentId}` } };
  return [...sets, link];
}

function itemOf({ world }: Context, id: string): Item {
  const item = liveItem(world, Number(id));
  if (item === undefined) throw noSuchWorkItem(Number(id));
  return item;
}

function matches(item: Item, search: string): boolean {
  const { fields, isDeleted } = latest(item);
  return (
    !isDeleted &&
    (String(item.id) === search || String(fields['System.Title']).toLowerCase().includes(search))
  );
}

/** A form on another site must not change anything here. */
function refuseOtherOrigins({ headers, host }: FastifyRequest): void {
  const { origin } = headers;
  if (origin === undefined || origin === `http://${host}`) return;
  throw new AzureError(403, 'ForbiddenException', 'The form was sent from another site.');
}
