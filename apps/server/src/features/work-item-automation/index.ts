import type { Dependencies, Job } from '../../dependencies.ts';
import { createVault } from '../../vault/vault.ts';
import { writeWorkItems } from './job.ts';
import { automationRoutes } from './routes.ts';

/** Work item automation: its calls, and the job that writes to Azure DevOps what was booked. */
export function workItemAutomation(dependencies: Dependencies): Job {
  automationRoutes(dependencies);
  return writeWorkItems(dependencies, createVault(dependencies.environment));
}
