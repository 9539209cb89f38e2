import type { Pool } from 'pg';
import { poolReader } from '../node/pool-reader.ts';
import type { OpenReader } from '../plan/run/reader.ts';
import { shopSql } from '../testing/shop-database.ts';

// Readers hold this lock shared, so that tables are not replaced under them.
const KEY = `hashtext('odata test host')`;

/** Reads the shop's rows; waits while they are being put back. */
export function shopReader(pool: Pool): OpenReader<unknown> {
  const open = poolReader(pool);
  return async (context, signal) => {
    const reader = await open(context, signal);
    try {
      await reader.query(`select pg_advisory_xact_lock_shared(${KEY})`, []);
      return reader;
    } catch (error) {
      await reader.close();
      throw error;
    }
  };
}

/** Puts the shop's rows as they were at first. */
export async function reseed(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`begin; select pg_advisory_xact_lock(${KEY})`);
    await client.query(shopSql());
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
