import { startSimulator, type Simulator } from '@stint/azure-devops-simulator';
import type { Dependencies } from '../../dependencies.ts';
import { forgetWrites } from '../work-item-automation/forget.ts';
import { forgetRevisions, readSealed, saveConnection } from './store.ts';
import { createVault } from '../../vault/vault.ts';

/** The token that simulators take. */
const SIMULATOR_PAT = 'simulator';
/** Where the simulator listens unless something else does. */
const SIMULATOR_PORT = 7071;
const WORK_ITEMS = 400;

type Needs = Pick<Dependencies, 'database' | 'environment'>;

/** Whether an organization has no connection, or only that of an earlier start's simulator. */
export async function wantsSimulator(
  { database, environment }: Needs,
  organizationId: string,
): Promise<boolean> {
  const connection = await readSealed(database.organization(organizationId), organizationId);
  if (!connection) return true;
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(connection.url).hostname);
  return isHere && createVault(environment).unseal(organizationId, connection.sealedPat) === SIMULATOR_PAT;
}

/**
 * Connects an organization with a simulator that has just started, like with any Azure DevOps. A simulator begins
 * anew with each start, so everything is read again.
 */
async function connectDemo(
  { database, environment }: Needs,
  organizationId: string,
  simulatorUrl: string,
): Promise<void> {
  const sealedPat = createVault(environment).seal(organizationId, SIMULATOR_PAT);
  await database
    .organization(organizationId)
    .transaction()
    .execute(async (transaction) => {
      await saveConnection(transaction, organizationId, {
        url: simulatorUrl,
        sealedPat,
        startOver: true,
        expires: null,
      });
      await forgetRevisions(transaction, organizationId);
      await forgetWrites(transaction, organizationId);
    });
}

/**
 * Runs a simulator in this process and connects the organization with it; null when it has an Azure DevOps of its own.
 * @param port first choice; any free one when it is taken
 */
export async function startDemoSimulator(
  dependencies: Needs,
  organizationId: string,
  port = SIMULATOR_PORT,
): Promise<Simulator | null> {
  if (!(await wantsSimulator(dependencies, organizationId))) return null;
  const options = { workItems: WORK_ITEMS, seed: dependencies.environment.demoSeed, pat: SIMULATOR_PAT };
  const simulator = await startSimulator({ ...options, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return startSimulator({ ...options, port: 0 });
  });
  await connectDemo(dependencies, organizationId, simulator.url);
  return simulator;
}
