import { Client } from 'pg';
import { clientConfig, type ConnectionConfig } from '../connection.ts';

/**
 * Cancels the statement that a process of the database server runs, over a connection of its own: those of pools act as the
 * application role, which has no right to.
 */
export async function cancelStatement(config: ConnectionConfig, processId: string): Promise<void> {
  const client = new Client(clientConfig(config));
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_cancel_backend($1::integer)', [processId]);
  } finally {
    await client.end();
  }
}
