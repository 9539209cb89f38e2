import type { Client } from 'pg';

/** Databases of killed test runs older than an hour, templates and drafts older than a day, all without connections. */
const leftovers = `
  select datname as name from pg_database
  where datname ~ '^(test|draft|template)_'
    and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification
      < now() - case when datname like 'template%' then interval '1 day' else interval '1 hour' end
    and not exists (select 1 from pg_stat_activity where pg_stat_activity.datid = pg_database.oid)`;

/** Drops what earlier test runs left behind. */
export async function dropLeftovers(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(leftovers);
  for (const { name } of rows) {
    // Somebody else may have dropped or opened it since.
    await client.query(`drop database if exists "${name}"`).catch(() => undefined);
  }
}
