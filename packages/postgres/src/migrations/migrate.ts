import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import { clientConfig, type ConnectionConfig } from '../connection.ts';
import { ensureAppRole } from './app-role.ts';
import { MigrationError } from './errors.ts';
import { type Migration, readMigrations } from './files.ts';

/** Options of {@link migrate}. */
export interface MigrateOptions {
  /** The last migration to apply, for data of an earlier release; all when absent. */
  readonly upTo?: number;
}

/** What a run of {@link migrate} did. */
export interface MigrationResult {
  /** Names of the files applied by this run. */
  readonly applied: readonly string[];
  /** The schema's version now: the highest file number. */
  readonly version: number;
}

/** Key of the advisory lock that lets one process migrate at a time ("stint" in ASCII). */
const migrationLock = '495857004148';

const journal = `create table if not exists schema_migration (
  version integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
)`;

type Applied = Pick<Migration, 'version' | 'name' | 'checksum'>;

function check(folder: string, known: readonly Migration[], applied: readonly Applied[]): void {
  for (const row of applied) {
    const file = known[row.version - 1];
    if (!file) {
      throw new MigrationError(
        `The database is newer than this program: it has migration ${row.name}, ${folder} ends with ${known.at(-1)?.name ?? 'none'}.`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new MigrationError(
        `${join(folder, file.name)} was changed after it had been applied (as ${row.name}); put the old text back and add a new file instead.`,
      );
    }
  }
}

function explain(folder: string, migration: Migration, error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const position = Number(error.position ?? 0);
  const line =
    position > 0 ? `:${Array.from(migration.sql).slice(0, position).join('').split('\n').length}` : '';
  const hint = error.detail ?? error.hint;
  return new MigrationError(
    `${join(folder, migration.name)}${line}: ${error.message}${hint ? ` (${hint})` : ''}`,
    { cause: error },
  );
}

async function apply(client: Client, folder: string, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into schema_migration (version, name, checksum) values ($1, $2, $3)', [
      migration.version,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw explain(folder, migration, error);
  }
}

async function applyMissing(
  client: Client,
  folder: string,
  known: readonly Migration[],
  upTo: number,
): Promise<MigrationResult> {
  const { rows: applied } = await client.query<Applied>(
    'select version, name, checksum from schema_migration order by version',
  );
  check(folder, known, applied);
  const missing = known.slice(applied.length, Math.max(upTo, applied.length));
  for (const migration of missing) await apply(client, folder, migration);
  return { applied: missing.map(({ name }) => name), version: applied.length + missing.length };
}

/**
 * Brings a database to the newest schema, or to an earlier one: applies the numbered SQL files of a folder that it lacks, each in its own
 * transaction, as the login of `config`. Several processes may do so at once; one works, the others wait.
 * @throws MigrationError naming file and line for a failing statement, a changed file or a database that is newer.
 */
export async function migrate(
  config: ConnectionConfig,
  folder: string,
  { upTo = Number.POSITIVE_INFINITY }: MigrateOptions = {},
): Promise<MigrationResult> {
  const known = readMigrations(folder);
  const client = new Client(
    clientConfig(config, {
      applicationName: 'stint migrate',
      parameters: { client_min_messages: 'warning' },
    }),
  );
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await ensureAppRole(client);
    await client.query(journal);
    return await applyMissing(client, folder, known, upTo);
  } finally {
    await client.end();
  }
}
