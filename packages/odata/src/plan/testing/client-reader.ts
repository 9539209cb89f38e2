import type { Client } from 'pg';
import type { OpenReader, Reader } from '../run/reader.ts';

/** Reads over one connection of the tests, one request after the other; every request is a transaction. */
export function clientReader(client: Client, seen: string[] = []): OpenReader<unknown> {
  return async () => {
    await client.query('begin read only');
    const query: Reader['query'] = async (text, values) => {
      seen.push(text);
      const { rows } = await client.query<(string | null)[]>({ text, values: [...values], rowMode: 'array' });
      return rows;
    };
    return {
      query,
      queryOnly: query,
      async close() {
        await client.query('rollback');
      },
    };
  };
}
