import { AzureDevOpsError, connect } from '@stint/azure-devops';
import type { Dependencies } from '../../dependencies.ts';
import type { Db } from '../../http/asked.ts';
import { SealBrokenError } from '../../vault/seal.ts';
import type { Vault } from '../../vault/vault.ts';
import { readAutomations } from './store-booked.ts';
import { type Batch, endFailed, giveBack, type Lease } from './store-leases.ts';
import type { TypeFields } from './type-fields.ts';
import { writeItem, type Writing } from './write-item.ts';

/** Seconds that one call waits inside when it is throttled; longer waits are a pause. */
const PATIENCE = 5;

export interface BatchDependencies extends Pick<Dependencies, 'log'> {
  system: Db;
  vault: Vault;
  typeFields: TypeFields;
  /** Seconds that more bookings of a work item are waited for. */
  settle: number;
  /** Seconds of pause after the failure number so many of an organization, from 1 on. */
  pauseAfter: (failures: number) => number;
  /** Seconds until the next try after the failed one number so many of a work item, from 1 on; null: with the next booking. */
  retryAfter: (failures: number) => number | null;
  stopping: AbortSignal;
}

/**
 * Writes the work items of a batch, one after the other. A fault of one is noted with it; one of Azure DevOps itself ends the batch.
 * @param failures how many batches of this organization came to nothing before
 * @returns seconds to leave the organization alone, or null when all went on to its end
 */
export async function writeBatch(
  dependencies: BatchDependencies,
  batch: Batch,
  failures: number,
): Promise<number | null> {
  const left = [...batch.leases];
  try {
    const writing = await prepare(dependencies, batch);
    for (let lease = left[0]; lease && !dependencies.stopping.aborted; lease = left[0]) {
      await writeOne(dependencies, writing, lease);
      left.shift();
    }
    await giveBack(dependencies.system, left, 0);
    return null;
  } catch (error) {
    const pause = pauseFor(error, dependencies.pauseAfter(failures + 1));
    if (failures === 0)
      dependencies.log.warn(
        { organizationId: batch.organizationId, err: error },
        'work items could not be written to Azure DevOps; it is tried again',
      );
    await giveBack(dependencies.system, left, pause);
    return pause;
  }
}

async function prepare(dependencies: BatchDependencies, batch: Batch): Promise<Writing> {
  const { system, vault, typeFields, settle } = dependencies;
  const { organizationId, url, sealedPat } = batch;
  const pat = vault.unseal(organizationId, sealedPat);
  const azureDevOps = connect({ url, credential: { kind: 'pat', pat }, maxWaitSeconds: PATIENCE });
  const automations = await readAutomations(system, organizationId);
  return {
    system,
    azureDevOps,
    settle,
    automationOf: (project) => automations.get(project) ?? null,
    fieldsOf: (item) => typeFields.of(azureDevOps, { organizationId, url }, item),
  };
}

async function writeOne(dependencies: BatchDependencies, writing: Writing, lease: Lease): Promise<void> {
  try {
    await writeItem(writing, lease);
  } catch (error) {
    if (!isOfItem(error)) throw error;
    await endFailed(dependencies.system, lease, {
      fault: error.message,
      pause: dependencies.retryAfter(lease.failures + 1),
    });
  }
}

/** Whether a fault is one of the work item, not of the connection. */
function isOfItem(error: unknown): error is AzureDevOpsError {
  return (
    error instanceof AzureDevOpsError &&
    ['forbidden', 'notFound', 'conflict', 'unexpected'].includes(error.kind)
  );
}

function pauseFor(error: unknown, usual: number): number {
  if (error instanceof AzureDevOpsError) return Math.max(usual, error.retryAfterSeconds ?? 0);
  return error instanceof SealBrokenError ? Math.max(usual, 60) : usual;
}
