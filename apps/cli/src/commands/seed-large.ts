import { migrate, openDatabase, refreshStatistics, silentLog } from '@stint/postgres';
import { makeLarge } from '@stint/server/large-organization';
import { migrationsFolder } from '@stint/server/location';
import type { Tables } from '@stint/server/tables';
import { withDatabase } from '../database.ts';
import { CommandError } from '../faults.ts';
import { environmentOf, type EnvironmentOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** Fills the organization "large", for measurements; refuses when there is one. */
export async function seedLarge(options: EnvironmentOptions, terminal: Terminal): Promise<void> {
  await withDatabase(environmentOf(options, terminal), 'new or existing', async (config) => {
    await migrate(config, migrationsFolder);
    const database = openDatabase<Tables>(config, { log: silentLog, max: 1 });
    try {
      const made = await makeLarge(database.system, { tell: (line) => terminal.stdout.write(`${line}\n`) });
      if (made === null)
        throw new CommandError('There is an organization "large" already; nothing was changed.');
    } finally {
      await database.close();
    }
    await refreshStatistics(config);
  });
}
