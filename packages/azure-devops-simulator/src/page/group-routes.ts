import type { FastifyInstance } from 'fastify';
import type { Context } from '../api/context.ts';
import { AzureError } from '../api/errors.ts';
import { guidOf } from '../world/guid.ts';
import { findPerson } from '../world/people.ts';

type Edit = { Params: { id: string }; Body: { people?: string[]; groups?: string[] } | null };

/**
 * `GET /_simulator/groups`; `PUT /_simulator/groups/{id} {people, groups}` puts people, by sign-in name, and other
 * groups, by id, into a group. Names that nobody has become guests, who are in no team.
 */
export function groupRoutes(app: FastifyInstance, { world }: Context): void {
  app.get('/_simulator/groups', async () =>
    world.groups.map(({ id, scope, name, members }) => ({ id, scope, name, members: [...members] })),
  );

  app.put<Edit>('/_simulator/groups/:id', async ({ params, body }) => {
    const group = world.groups.find(({ id }) => id === params.id);
    if (group === undefined) throw new AzureError(404, 'GroupNotFoundException', 'There is no such group.');
    group.members.clear();
    for (const name of body?.people ?? []) group.members.add(idOf(name));
    for (const id of body?.groups ?? []) group.members.add(id);
    return { id: group.id, members: [...group.members] };
  });

  function idOf(uniqueName: string): string {
    const known = findPerson(uniqueName) ?? world.guests.find((guest) => guest.uniqueName === uniqueName);
    if (known !== undefined) return known.id;
    const guest = { id: guidOf(uniqueName), uniqueName, displayName: uniqueName };
    world.guests.push(guest);
    return guest.id;
  }
}
