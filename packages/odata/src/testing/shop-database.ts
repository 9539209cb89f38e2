import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@stint/postgres/testing';
import { Client } from 'pg';

const folder = join(import.meta.dirname, 'shop');

export interface ShopDatabase {
  readonly client: Client;
  readonly database: TestDatabase;
  /** Closes the connection and removes the database. */
  close(): Promise<void>;
}

/** A database of its own with the shop in it. */
export async function shopDatabase(): Promise<ShopDatabase> {
  const database = await testDatabase(folder);
  const client = new Client({ connectionString: database.connectionString });
  await client.connect();
  return {
    client,
    database,
    async close() {
      await client.end();
      await database.drop();
    },
  };
}

/** The SQL that makes the shop's tables anew, with their rows. */
export function shopSql(): string {
  return readFileSync(join(folder, '0001_shop.sql'), 'utf8');
}
