import { Client } from 'pg';
import { clientConfig, type ConnectionConfig } from '../connection.ts';
import { administratorRole } from '../roles.ts';

/** Works on a test server with every right. */
export async function asAdministrator<Result>(
  server: ConnectionConfig,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(clientConfig({ ...server, user: administratorRole, database: 'postgres' }));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
