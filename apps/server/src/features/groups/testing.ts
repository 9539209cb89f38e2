import { textOf } from '../../testing/browser.ts';
import type { TestPerson, TestServer } from '../../testing/test-server.ts';

/** Makes a group as the administrator; answers its id. */
export async function makeGroup(
  at: TestServer,
  wish: { name: string; role?: string; source?: string; externalId?: string },
  members: readonly TestPerson[] = [],
): Promise<string> {
  const { administrator } = at.people;
  const made = await at.ask(administrator, 'POST', '/api/rest/groups', wish);
  const id = textOf(made.body['data']?.['id']);
  if (members.length > 0) {
    const ids = members.map((member) => member.id);
    await at.ask(administrator, 'PUT', `/api/rest/groups/${id}/members`, { ids });
  }
  return id;
}

/** What a person's roles are in the database. */
export async function rolesOf(
  at: TestServer,
  { id }: { id: string },
): Promise<[role: string, own: string | null]> {
  const row = await at.server.dependencies.database.system
    .selectFrom('person')
    .select(['role', 'own_role'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return [row.role, row.own_role];
}

/** How many people are administrators in the end. */
export async function administrators(at: TestServer): Promise<number> {
  const rows = await at.server.dependencies.database.system
    .selectFrom('person')
    .select('id')
    .where('organization_id', '=', at.organizationId)
    .where('role', '=', 'Administrator')
    .execute();
  return rows.length;
}
