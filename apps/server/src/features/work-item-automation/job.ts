import { retryDelay } from '@stint/domain';
import type { Dependencies, Job } from '../../dependencies.ts';
import { repeating } from '../../jobs/repeating.ts';
import { toldOnce } from '../../jobs/told-once.ts';
import type { Vault } from '../../vault/vault.ts';
import { foldBookings } from './fold.ts';
import { type Batch, takeBatches } from './store-leases.ts';
import { createTypeFields } from './type-fields.ts';
import { type BatchDependencies, writeBatch } from './write-batch.ts';

/** Organizations written at the same time by one process. */
const AT_ONCE = 4;

const messages = {
  failing: 'bookings could not be looked through for work items to write; it is tried again',
  recovered: 'bookings are looked through for work items to write again',
};

/** Seconds. */
export interface Pauses {
  look: number;
  /** How long more bookings of a work item are waited for. */
  settle: number;
  /** After a first failure of an organization; doubled with each further one. */
  failed: number;
  longest: number;
  /** After a failed try of one work item, the first, second and so on; null: with the next booking. */
  item: (failures: number) => number | null;
}

const usualPauses: Pauses = { look: 1, settle: 3, failed: 5, longest: 300, item: retryDelay };

/**
 * Writes to Azure DevOps what was booked. Any number of server processes share the work by leases. No booking waits for it or
 * fails by it: bookings leave a note, and this reads the notes.
 */
export function writeWorkItems(
  { database, log, clock }: Pick<Dependencies, 'database' | 'log' | 'clock'>,
  vault: Vault,
  pauses: Pauses = usualPauses,
): Job {
  const { system } = database;
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const resting = new Map<string, { until: number; failures: number }>();
  const dependencies: BatchDependencies = {
    system,
    vault,
    log,
    typeFields: createTypeFields(clock),
    settle: pauses.settle,
    retryAfter: pauses.item,
    stopping: stopping.signal,
    pauseAfter: (failures) => Math.min(pauses.longest, pauses.failed * 2 ** (failures - 1)),
  };

  async function write(batch: Batch): Promise<void> {
    const { organizationId } = batch;
    const failures = resting.get(organizationId)?.failures ?? 0;
    const pause = await writeBatch(dependencies, batch, failures);
    if (pause === null) resting.delete(organizationId);
    else resting.set(organizationId, { until: Date.now() + pause * 1000, failures: failures + 1 });
  }

  function begin(batch: Batch): void {
    const task = write(batch)
      .catch((error: unknown) => {
        log.warn({ err: error, organizationId: batch.organizationId }, 'a writing could not be noted');
      })
      .finally(() => running.delete(batch.organizationId));
    running.set(batch.organizationId, task);
  }

  const look = toldOnce(log, messages, async () => {
    await foldBookings(system, pauses.settle);
    const atMost = AT_ONCE - running.size;
    if (atMost <= 0) return;
    const now = Date.now();
    const atRest = [...resting].filter(([, { until }]) => until > now).map(([id]) => id);
    const busy = [...running.keys(), ...atRest];
    for (const batch of await takeBatches(system, { busy, atMost })) begin(batch);
  });

  const looking = repeating(async () => {
    await look();
    return pauses.look * 1000;
  });

  return {
    start: () => looking.start(),
    async stop() {
      stopping.abort();
      await looking.stop();
      await Promise.all(running.values());
    },
  };
}
