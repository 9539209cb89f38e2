import { type ConnectionConfig, createPool, openDatabase } from '@stint/postgres';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Tables } from './database/tables.ts';
import type { Environment } from './environment.ts';
import type { Dependencies } from './dependencies.ts';
import { features } from './features/index.ts';
import { createApp } from './http/app.ts';
import { createRouter } from './http/router.ts';
import { createOrganizations } from './identity/organizations.ts';
import { createPrincipals } from './identity/principals.ts';
import { openChangeFeed } from './memory/change-feed.ts';
import { health } from './operation/health.ts';
import { metrics } from './operation/metrics.ts';
import { openApi } from './operation/open-api.ts';
import { pages } from './operation/pages.ts';
import { createAttempts } from './quotas/attempts.ts';
import { createQuotas } from './quotas/quotas.ts';

/** One server process, put together but not listening yet. */
export interface Server {
  app: FastifyInstance;
  dependencies: Dependencies;
  /** Starts the jobs: clocks, reading Azure DevOps. */
  startJobs(): void;
  /** Ends requests, jobs and connections, in this order. */
  close(): Promise<void>;
}

export interface ServerOptions {
  config: ConnectionConfig;
  environment: Environment;
  log: Logger;
  /** Epoch milliseconds; tests set their own clock. */
  clock?: () => number;
}

/** The composition root: the one place where parts are made and given to each other. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { config, environment, log, clock = Date.now } = options;
  const database = openDatabase<Tables>(config, { log });
  const feed = openChangeFeed(config, log);
  const organizations = createOrganizations(database, feed, log);
  const principals = createPrincipals(database, feed);
  // On connections of their own: a request may count while it holds one of the others in a transaction.
  const counters = openDatabase<Tables>(config, { log, max: 2 });
  const reports = createPool(config, { log, max: 6 });
  const attempts = createAttempts(counters);
  const quotas = createQuotas(attempts, environment.quota);
  const app = await createApp({ log, trustedProxies: environment.trustedProxies });
  const router = createRouter(app, { database, organizations, principals, quotas });
  const dependencies: Dependencies = {
    app,
    router,
    database,
    config,
    environment,
    log,
    metrics: metrics(app),
    clock,
    feed,
    organizations,
    principals,
    attempts,
    quotas,
    reports,
  };
  health(dependencies);
  openApi(dependencies);
  await pages(app);
  const jobs = features(dependencies);
  return {
    app,
    dependencies,
    startJobs: () => {
      for (const job of jobs) job.start();
    },
    close: async () => {
      await app.close();
      for (const job of jobs) await job.stop();
      await feed.close();
      await counters.close();
      await reports.end();
      await database.close();
    },
  };
}
