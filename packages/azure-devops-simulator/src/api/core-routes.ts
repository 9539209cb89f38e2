import type { FastifyInstance } from 'fastify';
import { guidOf } from '../world/guid.ts';
import type { Project } from '../world/projects.ts';
import { findProject } from '../world/world.ts';
import { type Context, wrapped } from './context.ts';
import { noSuchProject } from './errors.ts';
import { locationsOf, resourceAreas } from './locations.ts';
import { countParameter, type Query } from './query.ts';
import { descriptorOf, identityRef } from './render.ts';

/** Discovery, connection data, projects, teams and people. */
export function coreRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;
  app.options<{ Params: { area: string } }>('/_apis/:area', async ({ params }) =>
    wrapped(locationsOf(params.area)),
  );
  // A server has no resource areas, and says so with null.
  app.get('/_apis/resourceAreas', async () =>
    context.deployment === 'services'
      ? wrapped(resourceAreas(context.collectionUrl()))
      : { count: 0, value: null },
  );
  app.get('/_apis/connectionData', async () => connectionData(context));

  app.get<{ Querystring: Query }>('/_apis/projects', async ({ query }) => {
    const skip = countParameter(query, '$skip', 0) ?? 0;
    const top = countParameter(query, '$top') ?? 100;
    return wrapped(world.projects.slice(skip, skip + top).map((project) => projectJson(context, project)));
  });
  app.get<{ Params: { project: string } }>('/_apis/projects/:project', async ({ params }) =>
    projectJson(context, projectOf(context, params.project)),
  );
  app.get<{ Params: { project: string } }>('/_apis/projects/:project/teams', async ({ params }) =>
    wrapped([teamJson(context, projectOf(context, params.project))]),
  );
  app.get<{ Params: { project: string }; Querystring: Query }>(
    '/_apis/projects/:project/teams/:team/members',
    async ({ params, query }) => {
      projectOf(context, params.project);
      const skip = countParameter(query, '$skip', 0) ?? 0;
      const top = countParameter(query, '$top') ?? 100;
      const members = world.people.slice(skip, skip + top);
      return wrapped(members.map((person) => ({ identity: identityRef(person, context.collectionUrl()) })));
    },
  );
}

/** The project of a route. @throws AzureError 404 */
export function projectOf({ world }: Context, nameOrId: string): Project {
  const project = findProject(world, nameOrId);
  if (project === undefined) throw noSuchProject(nameOrId);
  return project;
}

function connectionData({ me, deployment }: Context): Record<string, unknown> {
  const user = {
    id: me.id,
    descriptor: `Microsoft.IdentityModel.Claims.ClaimsIdentity;${me.uniqueName}`,
    subjectDescriptor: descriptorOf(me),
    providerDisplayName: me.displayName,
    isActive: true,
    properties: { Account: { $type: 'System.String', $value: me.uniqueName } },
    resourceVersion: 2,
    metaTypeId: 0,
  };
  return {
    authenticatedUser: user,
    authorizedUser: user,
    instanceId: guidOf('instance'),
    deploymentId: guidOf('deployment'),
    deploymentType: deployment === 'services' ? 'hosted' : 'onPremises',
    locationServiceData: {
      serviceOwner: guidOf('service owner'),
      defaultAccessMappingMoniker: 'PublicAccessMapping',
    },
  };
}

const projectJson = (
  { collectionUrl }: Context,
  { id, name, description }: Project,
): Record<string, unknown> => ({
  id,
  name,
  description,
  url: `${collectionUrl()}/_apis/projects/${id}`,
  state: 'wellFormed',
  revision: 1,
  visibility: 'private',
  lastUpdateTime: '2025-01-01T00:00:00Z',
});

const teamJson = ({ collectionUrl }: Context, project: Project): Record<string, unknown> => {
  const id = guidOf(`team ${project.name}`);
  const url = `${collectionUrl()}/_apis/projects/${project.id}/teams/${id}`;
  return { id, name: `${project.name} Team`, url, projectId: project.id, projectName: project.name };
};
