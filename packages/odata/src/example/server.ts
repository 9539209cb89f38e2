import { createServer, type Server } from 'node:http';
import { createExecutor, createODataHandler, nodeListener, poolReader } from '@stint/odata';
import { Pool } from 'pg';
import { shop } from './model.ts';

/** Serves the shop from the database at an address. */
export function serveShop(databaseUrl: string): Server {
  const pool = new Pool({ connectionString: databaseUrl });
  const handle = createODataHandler({
    model: shop,
    execute: createExecutor({ model: shop, open: poolReader(pool, { statementTimeout: 10_000 }) }),
    onFault: (fault) => console.error(fault),
  });
  const listener = nodeListener({
    handle,
    // A real shop asks its session who this is.
    contextOf: ({ headers }) => ({ customer: headers.from ?? null }),
  });
  return createServer(listener).on('close', () => void pool.end());
}
