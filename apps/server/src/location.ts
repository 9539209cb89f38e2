import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from './environment.ts';

/** The numbered SQL files that make the schema. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Where the embedded PostgreSQL keeps its files. */
export function embeddedDirectory({ dataDirectory }: Pick<Environment, 'dataDirectory'>): string {
  return join(dataDirectory, 'postgres');
}
