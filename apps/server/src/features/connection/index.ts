import type { Dependencies, Job } from '../../dependencies.ts';
import type { GroupSync } from '../groups/sync.ts';
import { followAzureDevOps } from './job.ts';
import { connectionRoutes } from './routes.ts';
import { createConnections } from './service.ts';
import { createVault } from '../../vault/vault.ts';

/** The connection to Azure DevOps: its calls, and the job that follows it into our own copy. */
export function connection(dependencies: Dependencies, { groups }: { groups: GroupSync }): Job {
  const vault = createVault(dependencies.environment);
  connectionRoutes(dependencies, createConnections(dependencies, vault));
  return followAzureDevOps(dependencies, vault, groups);
}
