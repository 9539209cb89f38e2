import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { createODataHandler } from '../http/handler.ts';
import { nodeListener } from '../node/listener.ts';
import { createExecutor } from '../plan/run/executor.ts';
import { shopModel } from '../testing/shop-model.ts';
import type { ShopContext } from '../testing/shop-types.ts';
import { givenDatabase, ownDatabase } from './database.ts';
import { reseed, shopReader } from './shop-rows.ts';

/** Bytes: long URLs are for the service to judge. */
const LONGEST_HEADERS = 1_000_000;

export interface TestHostOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Where to put the shop; a server of its own by default. */
  readonly databaseUrl?: string | undefined;
  /** Told of what fails for other reasons than the request. */
  readonly onFault: (fault: unknown) => void;
}

export interface TestHost {
  /** Of the service, with a slash at the end. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves the shop on the loopback: an OData service at `/`, and `POST /reseed`, which puts its rows back as they were. */
export async function startTestHost({ port, databaseUrl, onFault }: TestHostOptions): Promise<TestHost> {
  const database = databaseUrl === undefined ? await ownDatabase() : givenDatabase(databaseUrl);
  const pool = new Pool({ connectionString: database.connectionString });
  pool.on('error', onFault);
  try {
    await reseed(pool);
    const server = createServer({ maxHeaderSize: LONGEST_HEADERS }, listenerOf(pool, onFault));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    const { port: used } = server.address() as AddressInfo;
    return {
      address: `http://127.0.0.1:${used}/`,
      async stop() {
        server.closeAllConnections();
        await new Promise((resolve) => {
          server.close(resolve);
        });
        // The pool does not wait until its connections are closed: that the database ends some of them is nobody's fault.
        pool.off('error', onFault).on('error', () => undefined);
        await pool.end();
        await database.close();
      },
    };
  } catch (error) {
    await pool.end();
    await database.close();
    throw error;
  }
}

function listenerOf(pool: Pool, onFault: (fault: unknown) => void): RequestListener {
  const serve = nodeListener<ShopContext>({
    handle: createODataHandler({
      model: shopModel,
      execute: createExecutor({ model: shopModel, open: shopReader(pool) }),
      onFault,
    }),
    contextOf: () => ({}),
  });
  return (request, response) => {
    if (request.url !== '/reseed' || request.method !== 'POST') return serve(request, response);
    reseed(pool).then(
      () => response.writeHead(204).end(),
      (error: unknown) => {
        onFault(error);
        response.writeHead(500).end();
      },
    );
  };
}
