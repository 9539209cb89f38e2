import type { FastifyInstance } from 'fastify';
import { type Group, peopleBelow } from '../world/groups.ts';
import type { DemoPerson } from '../world/people.ts';
import { type Context, wrapped } from './context.ts';
import { listParameter, parameter, type Query } from './query.ts';

const text = (value: string) => ({ $type: 'System.String', $value: value });

const descriptorOfPerson = ({ id }: DemoPerson): string =>
  `System.Security.Principal.WindowsIdentity;S-1-5-${id}`;
const descriptorOfGroup = ({ id }: Group): string => `Microsoft.TeamFoundation.Identity;S-1-9-${id}`;

/** Identities, as Azure DevOps Server has them: by id, by descriptor or by a whole name; groups with all below them. */
export function identityRoutes(app: FastifyInstance, { world }: Context): void {
  app.get<{ Querystring: Query }>('/_apis/identities', async ({ query }) => {
    const people = [...world.people, ...world.guests];
    const expanded = parameter(query, 'queryMembership')?.toLowerCase() === 'expandeddown';
    const all = [
      ...people.map((person) => ({
        id: person.id,
        descriptor: descriptorOfPerson(person),
        names: [person.displayName, person.uniqueName],
        json: personJson(person),
      })),
      ...world.groups.map((group) => ({
        id: group.id,
        descriptor: descriptorOfGroup(group),
        names: [group.name, `[${group.scope}]\\${group.name}`],
        json: { ...groupJson(group), members: expanded ? descriptorsBelow(group) : [] },
      })),
    ];

    function descriptorsBelow(group: Group): string[] {
      const below = peopleBelow(world.groups, group);
      const inner = world.groups.filter(({ id }) => group.members.has(id)).map(descriptorOfGroup);
      return [...inner, ...people.filter(({ id }) => below.has(id)).map(descriptorOfPerson)];
    }

    const ids = listParameter(query, 'identityIds');
    const descriptors = listParameter(query, 'descriptors');
    if (ids) return wrapped(ids.map((id) => all.find((each) => each.id === id)?.json ?? null));
    if (descriptors)
      return wrapped(descriptors.map((one) => all.find((each) => each.descriptor === one)?.json ?? null));
    const wanted = parameter(query, 'filterValue')?.toLowerCase() ?? '';
    const found = all.filter(({ names }) => names.some((name) => name.toLowerCase() === wanted));
    return wrapped(found.map(({ json }) => json));
  });
}

function personJson(person: DemoPerson): Record<string, unknown> {
  return {
    id: person.id,
    descriptor: descriptorOfPerson(person),
    providerDisplayName: person.displayName,
    isActive: true,
    isContainer: false,
    properties: { Account: text(person.uniqueName), Domain: text('DEMO'), Mail: text(person.uniqueName) },
  };
}

function groupJson(group: Group): Record<string, unknown> {
  return {
    id: group.id,
    descriptor: descriptorOfGroup(group),
    providerDisplayName: `[${group.scope}]\\${group.name}`,
    isActive: true,
    isContainer: true,
    properties: { Account: text(group.name), Description: text(group.description) },
  };
}
