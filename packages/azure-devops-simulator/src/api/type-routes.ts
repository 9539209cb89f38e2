import type { FastifyInstance } from 'fastify';
import { guidOf } from '../world/guid.ts';
import { findType, processTypes, type ProcessType } from '../world/process.ts';
import type { Project } from '../world/projects.ts';
import { type Context, wrapped } from './context.ts';
import { projectOf } from './core-routes.ts';
import { AzureError } from './errors.ts';

type ProjectParams = { Params: { project: string } };
type TypeParams = { Params: { project: string; type: string } };
type NodeParams = { Params: { project: string; group: string; '*'?: string } };

/** Work item types with their states, and the area and iteration trees. */
export function typeRoutes(app: FastifyInstance, context: Context): void {
  app.get<ProjectParams>('/:project/_apis/wit/workItemTypes', async ({ params }) => {
    const project = projectOf(context, params.project);
    return wrapped(processTypes.map((type) => typeJson(context, project, type)));
  });
  app.get<TypeParams>('/:project/_apis/wit/workItemTypes/:type', async ({ params }) =>
    typeJson(context, projectOf(context, params.project), typeOf(params.type)),
  );
  app.get<TypeParams>('/:project/_apis/wit/workItemTypes/:type/states', async ({ params }) => {
    projectOf(context, params.project);
    return wrapped(typeOf(params.type).states);
  });
  app.get<ProjectParams>('/:project/_apis/wit/classificationNodes', async ({ params }) => {
    const project = projectOf(context, params.project);
    return wrapped([areaTree(project), iterationTree(project)]);
  });
  const node = async ({ params }: { params: NodeParams['Params'] }): Promise<unknown> => {
    const project = projectOf(context, params.project);
    const root = params.group.toLowerCase() === 'areas' ? areaTree(project) : iterationTree(project);
    const path = params['*'] ?? '';
    const found =
      path === '' ? root : root.children.find(({ name }) => name.toLowerCase() === path.toLowerCase());
    if (found === undefined)
      throw new AzureError(
        404,
        'ClassificationNodeNotFoundException',
        `VS402485: The ${params.group} name is not recognized: ${path}.`,
      );
    return found;
  };
  app.get<NodeParams>('/:project/_apis/wit/classificationNodes/:group', node);
  app.get<NodeParams>('/:project/_apis/wit/classificationNodes/:group/*', node);
}

/** The work item type of a route. @throws AzureError 404 */
export function typeOf(name: string): ProcessType {
  const type = findType(name);
  if (type === undefined) {
    throw new AzureError(
      404,
      'WorkItemTypeNotFoundException',
      `VS402323: Work item type ${name} does not exist in the project or you do not have permission to access it.`,
    );
  }
  return type;
}

/** What items of every type have; the list is as long as callers need it. */
const commonFields: readonly string[] = [
  'System.Title',
  'System.State',
  'System.AssignedTo',
  'System.AreaPath',
  'System.IterationPath',
  'System.Description',
];

const typeJson = (
  { collectionUrl }: Context,
  project: Project,
  type: ProcessType,
): Record<string, unknown> => ({
  name: type.name,
  referenceName: type.referenceName,
  description: '',
  color: type.color,
  icon: {
    id: type.icon,
    url: `${collectionUrl()}/_apis/wit/workItemIcons/${type.icon}?color=${type.color}&v=2`,
  },
  isDisabled: false,
  states: type.states,
  fields: [...commonFields, ...type.scheduling].map((referenceName) => ({
    alwaysRequired: referenceName === 'System.Title',
    defaultValue: null,
    name: referenceName.slice(referenceName.lastIndexOf('.') + 1),
    referenceName,
    url: `${collectionUrl()}/_apis/wit/fields/${referenceName}`,
  })),
  url: `${collectionUrl()}/${project.id}/_apis/wit/workItemTypes/${encodeURIComponent(type.name)}`,
});

const areaTree = (project: Project) => ({
  id: 1,
  identifier: guidOf(`areas ${project.name}`),
  name: project.name,
  structureType: 'area',
  hasChildren: true,
  path: `\\${project.name}\\Area`,
  children: project.areas.map((name, index) => ({
    id: index + 2,
    identifier: guidOf(`area ${project.name} ${name}`),
    name,
    structureType: 'area',
    hasChildren: false,
    path: `\\${project.name}\\Area\\${name}`,
  })),
});

const iterationTree = (project: Project) => ({
  id: 100,
  identifier: guidOf(`iterations ${project.name}`),
  name: project.name,
  structureType: 'iteration',
  hasChildren: true,
  path: `\\${project.name}\\Iteration`,
  children: project.iterations.map(({ id, name, start, finish }) => ({
    id,
    identifier: guidOf(`iteration ${project.name} ${name}`),
    name,
    structureType: 'iteration',
    hasChildren: false,
    attributes: { startDate: start, finishDate: finish },
    path: `\\${project.name}\\Iteration\\${name}`,
  })),
});
