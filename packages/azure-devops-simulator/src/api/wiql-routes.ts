import type { FastifyInstance } from 'fastify';
import { byOrder, meets } from '../wiql/evaluate.ts';
import { parseWiql, type Wiql } from '../wiql/parse.ts';
import { WiqlError } from '../wiql/tokens.ts';
import { latest } from '../world/world.ts';
import type { Context } from './context.ts';
import { projectOf } from './core-routes.ts';
import { badRequest } from './errors.ts';
import { countParameter, type Query } from './query.ts';
import { allFields, workItemUrl } from './render.ts';

/** More results than this are refused when no `$top` is given. */
const maxResults = 20_000;

type WiqlRoute = { Params: { project?: string }; Querystring: Query; Body: { query?: string } | null };

/** Flat work item queries, for the collection, a project or a team. */
export function wiqlRoutes(
  app: FastifyInstance,
  context: Context,
  prefix: '' | '/:project' | '/:project/:team',
): void {
  app.post<WiqlRoute>(`${prefix}/_apis/wit/wiql`, async ({ params, query, body }) => {
    const project = params.project === undefined ? null : projectOf(context, params.project).name;
    const wiql = parsed(body?.query ?? '');
    const top = countParameter(query, '$top');
    const ids = matching(context, wiql, project);
    if (top === undefined && ids.length > maxResults) {
      throw badRequest(
        `VS402337: The number of work items returned exceeds the size limit of ${maxResults}. Change the query to return fewer items.`,
        'WorkItemTrackingQueryResultSizeLimitExceededException',
      );
    }
    return {
      queryType: 'flat',
      queryResultType: 'workItem',
      asOf: context.now().toISOString(),
      columns: wiql.columns.map((referenceName) => ({
        referenceName,
        name: referenceName.split('.').at(-1),
      })),
      workItems: ids.slice(0, top).map((id) => ({ id, url: workItemUrl(context, id) })),
    };
  });
}

function parsed(query: string): Wiql {
  try {
    return parseWiql(query);
  } catch (error) {
    if (!(error instanceof WiqlError)) throw error;
    throw badRequest(
      `TF51006: The query statement is not valid: ${error.message}.`,
      'WorkItemTrackingQueryException',
    );
  }
}

function matching({ world, me, now }: Context, wiql: Wiql, project: string | null): number[] {
  const macros = { me: me.uniqueName, project, today: now().toISOString().slice(0, 10) };
  return [...world.items.values()]
    .filter((item) => !latest(item).isDeleted)
    .map((item) => allFields(item, latest(item)))
    .filter((fields) => meets(fields, wiql.where, macros))
    .sort(byOrder(wiql))
    .map((fields) => Number(fields['System.Id']));
}
