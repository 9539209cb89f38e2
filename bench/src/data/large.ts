import { type ConnectionConfig, openDatabase, silentLog } from '@stint/postgres';
import { makeLarge } from '@stint/server/large-organization';
import type { Tables } from '@stint/server/tables';
import type { Client } from 'pg';

const TOKEN = 'bench-token-of-the-administrator-of-reports';

/** How much longer the history of `large` is than that of `short`. */
export const TIMES_AS_LONG = 10;

/** The header with which the administrator of either organization asks. */
export const asAdministrator = { authorization: `Bearer ${TOKEN}` };

/**
 * Writes two organizations with the same people, work items and last months: `large` with all the worklogs, and `short`, whose history
 * ends after a tenth of them. Answers the id of `large`.
 */
export async function fillLarge(
  connection: ConnectionConfig,
  owner: Client,
  worklogs: number,
): Promise<string> {
  await make(connection, worklogs / TIMES_AS_LONG);
  await owner.query(`update organization set slug = 'short' where slug = 'large'`);
  return fillOneLarge(connection, owner, worklogs);
}

/** Writes the organization `large`, lets its administrator ask, and answers its id. */
export async function fillOneLarge(
  connection: ConnectionConfig,
  owner: Client,
  worklogs: number,
): Promise<string> {
  const organizationId = await make(connection, worklogs);
  await owner.query(
    `insert into api_token (organization_id, id, secret_hash, person_id, name, expires_at)
     select organization_id, gen_random_uuid(), sha256(convert_to($1, 'UTF8')), id, 'bench', now() + interval '1 day'
     from person where email = 'person-1@large.local'`,
    [TOKEN],
  );
  return organizationId;
}

async function make(connection: ConnectionConfig, worklogs: number): Promise<string> {
  const database = openDatabase<Tables>(connection, { log: silentLog, max: 1 });
  try {
    const made = await makeLarge(database.system, { worklogs });
    if (made === null) throw new Error('The organization was there already.');
    return made.organizationId;
  } finally {
    await database.close();
  }
}
