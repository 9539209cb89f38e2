import type { FastifyInstance } from 'fastify';
import type { Group } from '../world/groups.ts';
import type { DemoPerson } from '../world/people.ts';
import { type Context, wrapped } from './context.ts';
import { AzureError } from './errors.ts';
import { countParameter, parameter, type Query } from './query.ts';
import { descriptorOf } from './render.ts';

/** Groups on one page, so few that two pages are needed. */
const pageSize = 5;

const descriptorOfGroup = ({ id }: Group): string => `vssgp.${Buffer.from(id).toString('base64url')}`;

/** Graph, as Azure DevOps Services has it: users, groups, memberships of one level. */
export function graphRoutes(app: FastifyInstance, { world }: Context): void {
  const groupOf = (descriptor: string): Group | undefined =>
    world.groups.find((group) => descriptorOfGroup(group) === descriptor);
  const personOf = (descriptor: string): DemoPerson | undefined =>
    [...world.people, ...world.guests].find((person) => descriptorOf(person) === descriptor);
  const descriptorOfMember = (id: string): string[] => {
    const group = world.groups.find((each) => each.id === id);
    const person = [...world.people, ...world.guests].find((each) => each.id === id);
    return [...(group ? [descriptorOfGroup(group)] : []), ...(person ? [descriptorOf(person)] : [])];
  };

  app.get('/_apis/graph/users', async () => wrapped([...world.people, ...world.guests].map(userJson)));

  app.get<{ Querystring: Query }>('/_apis/graph/groups', async ({ query }, reply) => {
    const start = Number(parameter(query, 'continuationToken') ?? 0);
    const next = start + pageSize;
    if (next < world.groups.length) void reply.header('X-MS-ContinuationToken', String(next));
    return wrapped(world.groups.slice(start, next).map(groupJson));
  });

  app.get<{ Params: { subject: string }; Querystring: Query }>(
    '/_apis/graph/memberships/:subject',
    async ({ params: { subject }, query }) => {
      if ((countParameter(query, 'depth') ?? 1) !== 1)
        throw new AzureError(400, 'ArgumentException', 'depth');
      const group = groupOf(subject);
      const person = personOf(subject);
      if (group === undefined && person === undefined) throw noSuchSubject(subject);
      if (parameter(query, 'direction')?.toLowerCase() === 'down') {
        const members = [...(group?.members ?? [])].flatMap(descriptorOfMember);
        return wrapped(
          members.map((memberDescriptor) => ({ containerDescriptor: subject, memberDescriptor })),
        );
      }
      const id = group?.id ?? person?.id ?? '';
      const containers = world.groups.filter(({ members }) => members.has(id)).map(descriptorOfGroup);
      return wrapped(
        containers.map((containerDescriptor) => ({ containerDescriptor, memberDescriptor: subject })),
      );
    },
  );

  app.post<{ Body: { lookupKeys?: { descriptor: string }[] } | null }>(
    '/_apis/graph/subjectlookup',
    async ({ body }) => {
      const found = (body?.lookupKeys ?? []).map(({ descriptor }) => {
        const group = groupOf(descriptor);
        const person = personOf(descriptor);
        return [descriptor, group ? groupJson(group) : person ? userJson(person) : null] as const;
      });
      return { count: found.length, value: Object.fromEntries(found) };
    },
  );
}

function userJson(person: DemoPerson): Record<string, unknown> {
  return {
    subjectKind: 'user',
    origin: 'aad',
    originId: person.id,
    descriptor: descriptorOf(person),
    displayName: person.displayName,
    mailAddress: person.uniqueName,
    principalName: person.uniqueName,
  };
}

function groupJson(group: Group): Record<string, unknown> {
  return {
    subjectKind: 'group',
    origin: 'vsts',
    originId: group.id,
    descriptor: descriptorOfGroup(group),
    displayName: group.name,
    description: group.description,
    principalName: `[${group.scope}]\\${group.name}`,
  };
}

const noSuchSubject = (descriptor: string): AzureError =>
  new AzureError(
    404,
    'GraphSubjectNotFoundException',
    `VS860015: The subject with descriptor '${descriptor}' could not be found.`,
  );
