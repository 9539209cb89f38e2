import type { Dependencies, Job } from '../../dependencies.ts';
import { createVault } from '../../vault/vault.ts';
import { deliverEvents } from './job.ts';
import { webhookRoutes } from './routes.ts';
import { createWebhooks } from './service.ts';
import { resolveHost } from '../../outbound/guard.ts';

/** Webhooks: their calls, and the job that tells them what happened. */
export function webhooks(dependencies: Dependencies): Job {
  const { environment } = dependencies;
  const common = {
    vault: createVault(environment),
    resolve: resolveHost,
    allowInside: environment.webhookPrivateAddresses,
  };
  webhookRoutes(dependencies, createWebhooks({ ...dependencies, ...common }));
  return deliverEvents({ ...dependencies, ...common });
}
