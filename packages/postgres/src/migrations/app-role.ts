import type { Client } from 'pg';
import { sqlState } from '../database/faults.ts';
import { appRole } from '../roles.ts';
import { MigrationError } from './errors.ts';

const states = {
  alreadyThere: '42710',
  addedMeanwhile: '23505',
  updatedMeanwhile: 'XX000',
  forbidden: '42501',
};

async function mayActAsAppRole(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ allowed: boolean }>(
    `select coalesce((select pg_has_role(current_user, oid, 'MEMBER') from pg_roles where rolname = $1), false) as allowed`,
    [appRole],
  );
  return rows[0]?.allowed === true;
}

/** Runs a statement; another process that did the same at this moment is fine. */
async function tolerant(client: Client, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    const state = sqlState(error);
    const raced = [states.alreadyThere, states.addedMeanwhile, states.updatedMeanwhile].some(
      (s) => s === state,
    );
    if (!raced) throw error;
  }
}

/**
 * Makes sure the application role exists and this login may act as it. Roles belong to the whole server, so another
 * database's migration may do the same at the same time.
 * @throws MigrationError with the SQL for an administrator when this login may not.
 */
export async function ensureAppRole(client: Client): Promise<void> {
  if (await mayActAsAppRole(client)) return;
  try {
    await tolerant(client, `create role ${appRole} nologin`);
    await tolerant(client, `grant ${appRole} to current_user`);
  } catch (error) {
    if (sqlState(error) !== states.forbidden) throw error;
    const login = client.escapeIdentifier(client.user ?? 'login');
    throw new MigrationError(
      `The database login may not create roles; let an administrator run: CREATE ROLE ${appRole} NOLOGIN; GRANT ${appRole} TO ${login};`,
    );
  }
}
