import type { ConnectionConfig, createPool, Database } from '@stint/postgres';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Tables } from './database/tables.ts';
import type { Environment } from './environment.ts';
import type { Router } from './http/router.ts';
import type { Organizations } from './identity/organizations.ts';
import type { Principals } from './identity/principals.ts';
import type { ChangeFeed } from './memory/change-feed.ts';
import type { Attempts } from './quotas/attempts.ts';
import type { Quotas } from './quotas/quotas.ts';

/** What every feature may use; made once in the composition root. */
export interface Dependencies {
  /** For the few addresses that are no calls of the contract: /token, OpenID Connect, files. */
  app: FastifyInstance;
  router: Router;
  database: Database<Tables>;
  config: ConnectionConfig;
  environment: Environment;
  log: Logger;
  /** What `/metrics` tells. */
  metrics: Registry;
  /** Epoch milliseconds. */
  clock: () => number;
  feed: ChangeFeed;
  organizations: Organizations;
  principals: Principals;
  attempts: Attempts;
  quotas: Quotas;
  /** Connections for reports alone, so that those who book time never wait for them. */
  reports: ReturnType<typeof createPool>;
}

/** Work that goes on beside requests. */
export interface Job {
  start(): void;
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}
