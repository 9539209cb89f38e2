import { Client } from 'pg';
import { clientConfig, type ConnectionConfig } from '../connection.ts';
import { schemaSections } from './queries.ts';

/**
 * Writes a database's schema (public) as text that is the same for the same schema: tables, columns, types, defaults,
 * constraints, indexes, views, policies, functions, triggers and grants. Meant to be committed and compared.
 */
export async function dumpSchema(config: ConnectionConfig): Promise<string> {
  // Names in definitions are written without the schema they are found in.
  const client = new Client(clientConfig(config, { parameters: { search_path: 'public' } }));
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const parts: string[] = [];
    for (const { heading, sql } of schemaSections) {
      const { rows } = await client.query<{ line: string }>(sql);
      if (rows.length > 0) parts.push(`# ${heading}\n${rows.map(({ line }) => line).join('\n')}\n`);
    }
    return parts.join('\n');
  } finally {
    await client.end();
  }
}
