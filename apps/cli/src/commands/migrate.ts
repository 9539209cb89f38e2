import { migrate } from '@stint/postgres';
import { migrationsFolder } from '@stint/server/location';
import { withDatabase } from '../database.ts';
import { environmentOf, type EnvironmentOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** Applies the migrations that the database lacks and tells which. */
export async function migrateDatabase(options: EnvironmentOptions, terminal: Terminal): Promise<void> {
  await withDatabase(environmentOf(options, terminal), 'new or existing', async (config) => {
    const { applied, version } = await migrate(config, migrationsFolder);
    for (const name of applied) terminal.stdout.write(`Applied ${name}\n`);
    terminal.stdout.write(`The schema has version ${version}.\n`);
  });
}
