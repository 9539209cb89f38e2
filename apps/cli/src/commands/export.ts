import { type ConnectionConfig, openDatabase, silentLog } from '@stint/postgres';
import { exportOrganization } from '@stint/server/organization-transfer';
import type { Tables } from '@stint/server/tables';
import { writeCompressed, writeCompressedFile } from '../backup-file.ts';
import { withDatabase } from '../database.ts';
import { environmentOf, type EnvironmentOptions } from '../options.ts';
import { findOrganization } from '../organization.ts';
import type { Terminal } from '../terminal.ts';

export interface ExportOptions extends EnvironmentOptions {
  /** Slug; the default organization when absent. */
  organization?: string;
}

const leftBehind =
  'The export holds no credentials: no passwords, tokens, sessions or paired apps, no access to Azure DevOps and no ' +
  'webhooks. External identities come along, so that people sign in with OpenID Connect as before.\n';

/**
 * Writes one organization as it was at one moment, whatever is written meanwhile.
 * @param file a path, or `-` for `stdout`
 */
export async function exportTo(file: string, options: ExportOptions, terminal: Terminal): Promise<void> {
  await withDatabase(environmentOf(options, terminal), 'existing', async (config) => {
    const lines = exportOrganization(config, await organizationOf(config, options));
    if (file === '-') await writeCompressed(lines, terminal.stdout);
    else await writeCompressedFile(lines, file);
  });
  terminal.stderr.write(leftBehind);
}

async function organizationOf(config: ConnectionConfig, { organization }: ExportOptions) {
  const database = openDatabase<Tables>(config, { log: silentLog, max: 1 });
  try {
    return await findOrganization(database.system, organization);
  } finally {
    await database.close();
  }
}
