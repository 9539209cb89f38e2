import type { Person } from '@stint/azure-devops';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Db } from '../../http/asked.ts';
import { jsonbOf } from './json.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Makes people of Azure DevOps known: who is here already (by unique name or e-mail) gets the id of Azure DevOps,
 * others are added without a role and with the organization's time zone. Roles and names never change here.
 */
export async function savePeople(db: Db, organizationId: string, people: readonly Person[]): Promise<void> {
  const timeZone = sql`coalesce((select settings ->> 'timeZone' from organization where id = ${organizationId}::uuid), 'UTC')`;
  const named = new Map(
    people
      .filter(({ uniqueName }) => uniqueName !== '')
      .map((person) => [person.uniqueName.toLowerCase(), person]),
  );
  if (named.size === 0) return;
  const rows = jsonbOf([...named.values()].map((person) => rowOf(person)));
  await sql`
    with given as materialized (
      select distinct on (coalesce(azure_devops_id, id)) *
      from jsonb_to_recordset(${rows}::jsonb)
        as given(id uuid, unique_name text, email text, display_name text, azure_devops_id uuid)
    ), known as (
      select distinct on (given.id) given.id as given_id, given.azure_devops_id, person.id
      from given join person on person.organization_id = ${organizationId}::uuid
        and (person.azure_devops_id = given.azure_devops_id
          or lower(given.unique_name) in (lower(person.unique_name), lower(person.email)))
      order by given.id, person.azure_devops_id = given.azure_devops_id desc nulls last
    ), attached as (
      update person set azure_devops_id = known.azure_devops_id
      from known
      where person.organization_id = ${organizationId}::uuid and person.id = known.id
        and person.azure_devops_id is null and known.azure_devops_id is not null
    )
    insert into person (organization_id, id, unique_name, email, display_name, azure_devops_id, time_zone)
    select ${organizationId}::uuid, id, unique_name, email, display_name, azure_devops_id, ${timeZone}
    from given
    where id not in (select given_id from known)
    on conflict do nothing`.execute(db);
}

function rowOf({ id, uniqueName, displayName }: Person) {
  return {
    id: uuid(),
    unique_name: uniqueName,
    email: uniqueName.includes('@') ? uniqueName : null,
    display_name: displayName || uniqueName,
    azure_devops_id: guid.test(id) ? id : null,
  };
}

/** Finds stored people by what Azure DevOps calls them: by its id, else by unique name, else by e-mail. */
export async function findPeople(
  db: Db,
  organizationId: string,
  people: readonly Person[],
): Promise<(person: Person) => string | undefined> {
  const names = people.map(({ uniqueName }) => uniqueName.toLowerCase());
  const ids = people.map(({ id }) => id.toLowerCase()).filter((id) => guid.test(id));
  const { rows } = await sql<{ id: string; keys: (string | null)[] }>`
    select id, array[azure_devops_id::text, lower(unique_name), lower(email)] as keys
    from person
    where organization_id = ${organizationId}::uuid and erased_at is null
      and (lower(unique_name) = any (${names}::text[]) or lower(email) = any (${names}::text[])
        or azure_devops_id = any (${ids}::uuid[]))`.execute(db);
  const [byId, byName, byEmail] = [0, 1, 2].map(
    (place) => new Map(rows.flatMap(({ id, keys }) => (keys[place] ? [[keys[place], id] as const] : []))),
  );
  return ({ id, uniqueName }) =>
    byId?.get(id.toLowerCase()) ??
    byName?.get(uniqueName.toLowerCase()) ??
    byEmail?.get(uniqueName.toLowerCase());
}
