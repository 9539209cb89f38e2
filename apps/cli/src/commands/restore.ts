import { exportedSchemaVersion, importRows, migrate, refreshStatistics } from '@stint/postgres';
import { migrationsFolder } from '@stint/server/location';
import { readCompressed, readCompressedFile } from '../backup-file.ts';
import { withDatabase } from '../database.ts';
import { CommandError } from '../faults.ts';
import { environmentOf, type EnvironmentOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Reads a backup into an empty database: makes the schema that it was written with, fills it, then brings it to the
 * newest one.
 * @param file a path, or `-` for `stdin`
 */
export async function restore(file: string, options: EnvironmentOptions, terminal: Terminal): Promise<void> {
  const environment = environmentOf(options, terminal);
  const lines = file === '-' ? readCompressed(terminal.stdin, 'Standard input') : readCompressedFile(file);
  const first = await lines.next();
  if (first.done) throw new CommandError(`${file} is empty.`);
  const version = exportedSchemaVersion(first.value);
  const rows = await withDatabase(environment, 'new or existing', async (config) => {
    await migrate(config, migrationsFolder, { upTo: version });
    const result = await importRows(config, startingWith(first.value, lines));
    await migrate(config, migrationsFolder);
    await refreshStatistics(config);
    return result.rows;
  });
  terminal.stdout.write(`Restored ${rows} rows.\n`);
}

async function* startingWith(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
