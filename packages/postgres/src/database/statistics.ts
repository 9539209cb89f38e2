import { Client } from 'pg';
import { clientConfig, type ConnectionConfig } from '../connection.ts';

/**
 * Gathers the planner's statistics now, as the owner: right after many rows were written at once, plans made without
 * them take wrong indexes, and prepared statements keep such plans. Rows are marked as visible too, without which no
 * index is enough to read from.
 */
export async function refreshStatistics(config: ConnectionConfig): Promise<void> {
  const client = new Client(clientConfig(config));
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}
