import { sql } from 'kysely';
import type { TestServer } from '../testing/test-server.ts';

/** Every row of an organization, table by table, but for what notes the use of credentials. */
export async function everythingOf(
  { server }: TestServer,
  organizationId: string,
): Promise<Record<string, unknown>> {
  const { system } = server.dependencies.database;
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'organization_id' and table_name <> 'attempt_count'`.execute(
    system,
  );
  const tables: Record<string, unknown> = {};
  for (const { name } of rows) {
    const content = await sql<{ rows: unknown }>`
      select coalesce(jsonb_agg(to_jsonb(t) - 'last_used_at' - 'last_seen_at' order by to_jsonb(t)::text), '[]') as rows
      from ${sql.table(name)} t where organization_id = ${organizationId}`.execute(system);
    tables[name] = content.rows[0]?.rows;
  }
  return tables;
}
