import { exportRows } from '@stint/postgres';
import { writeCompressed, writeCompressedFile } from '../backup-file.ts';
import { withDatabase } from '../database.ts';
import { environmentOf, type EnvironmentOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

const withoutKey =
  'The backup does not hold the secret key (STINT_SECRET_KEY, or secret.key in the data folder): keep that apart. ' +
  'Without it everything is restored but the access to Azure DevOps, which is then connected again.\n';

/**
 * Writes all rows as they were at one moment, whatever is written meanwhile.
 * @param file a path, or `-` for `stdout`
 */
export async function backup(file: string, options: EnvironmentOptions, terminal: Terminal): Promise<void> {
  await withDatabase(environmentOf(options, terminal), 'existing', async (config) => {
    if (file === '-') await writeCompressed(exportRows(config), terminal.stdout);
    else await writeCompressedFile(exportRows(config), file);
  });
  terminal.stderr.write(withoutKey);
}
