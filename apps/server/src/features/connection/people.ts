import type { Person } from '@stint/azure-devops';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Db } from '../../http/asked.ts';
import { jsonbOf } from './json.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Makes people of Azure DevOps known: who is here already (by unique name or e-mail) gets the id of Azure DevOps,
 * others are added without a role, for an administrator to give them one. Roles and names never change here.
 */
export async function savePeople(db: Db, organizationId: string, people: readonly Person[]): Promise<void> {
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
    insert into person (organization_id, id, unique_name, email, display_name, azure_devops_id)
    select ${organizationId}::uuid, id, unique_name, email, display_name, azure_devops_id
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
