import { type ConnectionConfig, migrate, openDatabase, refreshStatistics, silentLog } from '@stint/postgres';
import type { Environment } from '@stint/server/environment';
import { migrationsFolder } from '@stint/server/location';
import { importOrganization, signInLinkOf } from '@stint/server/organization-transfer';
import type { Tables } from '@stint/server/tables';
import { readCompressed, readCompressedFile } from '../backup-file.ts';
import { withDatabase } from '../database.ts';
import { environmentOf, type EnvironmentOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface ImportOptions extends EnvironmentOptions {
  /** What the organization is called here, in its addresses; its own slug when absent. */
  slug?: string;
}

/**
 * Adds an exported organization to the database, beside those that it has, and tells a link with which its first
 * administrator signs in.
 * @param file a path, or `-` for `stdin`
 */
export async function importFrom(file: string, options: ImportOptions, terminal: Terminal): Promise<void> {
  const environment = environmentOf(options, terminal);
  const lines = file === '-' ? readCompressed(terminal.stdin, 'Standard input') : readCompressedFile(file);
  await withDatabase(environment, 'new or existing', async (config) => {
    await migrate(config, migrationsFolder);
    const told = await importInto(config, lines, { environment, slug: options.slug });
    for (const line of told) terminal.stdout.write(`${line}\n`);
  });
}

async function importInto(
  config: ConnectionConfig,
  lines: AsyncGenerator<string>,
  { environment, slug }: { environment: Environment; slug: string | undefined },
): Promise<string[]> {
  const database = openDatabase<Tables>(config, { log: silentLog, max: 1 });
  try {
    const { organization, rows } = await importOrganization({ config, system: database.system }, lines, slug);
    await refreshStatistics(config);
    const link = await signInLinkOf(database.system, organization, environment);
    return [
      `Imported the organization "${organization.name}" as "${organization.slug}": ${rows} rows.`,
      link === null
        ? 'It has no administrator; people sign in with OpenID Connect.'
        : `Sign in once as ${link.name} with ${link.url} (24 hours)`,
    ];
  } finally {
    await database.close();
  }
}
