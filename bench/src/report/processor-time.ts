import { readFileSync } from 'node:fs';
import type { Client } from 'pg';

const NANOSECONDS_OF_MICROSECOND = 1000;

/** Microseconds of the processor that the connections of others to this PostgreSQL server have taken so far; Linux only. */
export async function connectionsTime(database: Client): Promise<number> {
  const { rows } = await database.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  const times = rows.map(({ pid }) => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]));
  return times.reduce((sum, time) => sum + time, 0) / NANOSECONDS_OF_MICROSECOND;
}
