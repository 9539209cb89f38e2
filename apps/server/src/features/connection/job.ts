import { connect } from '@stint/azure-devops';
import type { Dependencies, Job } from '../../dependencies.ts';
import { repeating } from '../../jobs/repeating.ts';
import { followGroups } from './groups.ts';
import type { GroupSync } from '../groups/sync.ts';
import { isStale, type Knowledge, readKnowledge } from './knowledge.ts';
import { endLease, type Lease, LeaseLostError, type Outcome, takeLeases } from './lease.ts';
import { failure, type Pauses, success, usualPauses } from './outcome.ts';
import { readChanges } from './read.ts';
import type { Vault } from '../../vault/vault.ts';

/** Organizations read at the same time by one process. */
const AT_ONCE = 4;
/** Milliseconds between looks for connections whose pause is over. */
const LOOK_EVERY = 500;
/** Seconds that one call waits inside when it is throttled; longer waits are a pause. */
const PATIENCE = 5;

class StoppingError extends Error {}

/**
 * Follows Azure DevOps into our copy for every connected organization. Any number of server processes share the work
 * by leases; what one has read another goes on from.
 */
export function followAzureDevOps(
  { database, log }: Pick<Dependencies, 'database' | 'log'>,
  vault: Vault,
  groupSync: GroupSync,
  pauses: Pauses = usualPauses,
): Job {
  const db = database.system;
  const knowledge = new Map<string, Knowledge>();
  const failures = new Map<string, number>();
  const groups = followGroups(groupSync, log, pauses.groups);
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  const stopped = new Promise<never>((_resolve, reject) => {
    stopping.signal.addEventListener('abort', () => reject(new StoppingError()));
  });
  stopped.catch(() => undefined);

  const orStop = <Value>(promise: Promise<Value>): Promise<Value> => Promise.race([promise, stopped]);

  async function read(lease: Lease): Promise<{ hasChanged: boolean; message: string | null }> {
    const { organizationId, url } = lease;
    const pat = vault.unseal(organizationId, lease.sealedPat);
    const azureDevOps = connect({ url, credential: { kind: 'pat', pat }, maxWaitSeconds: PATIENCE });
    let known = knowledge.get(organizationId);
    if (!known || isStale(known, url, Date.now())) {
      known = await orStop(readKnowledge(db, organizationId, { url, azureDevOps, now: Date.now() }));
      knowledge.set(organizationId, known);
    }
    const { categories, knownPeople } = known;
    const hasChanged = await readChanges({ db, azureDevOps, lease, categories, knownPeople, orStop });
    return { hasChanged, message: await groups.read({ db, azureDevOps, lease, orStop }) };
  }

  async function outcomeOf(lease: Lease): Promise<Outcome> {
    const { organizationId } = lease;
    try {
      const { hasChanged, message } = await read(lease);
      if (failures.delete(organizationId)) log.info({ organizationId }, 'Azure DevOps is read again');
      return success(hasChanged, message, pauses);
    } catch (error) {
      if (error instanceof StoppingError) return { state: null, message: null, isComplete: false, pause: 0 };
      if (error instanceof LeaseLostError) throw error;
      const count = (failures.get(organizationId) ?? 0) + 1;
      failures.set(organizationId, count);
      const outcome = failure(error, count, pauses);
      if (!outcome) throw error;
      if (count === 1)
        log.warn(
          { organizationId, reason: outcome.message },
          'Azure DevOps could not be read; it is tried again',
        );
      return outcome;
    }
  }

  async function work(lease: Lease): Promise<void> {
    try {
      const outcome = await outcomeOf(lease);
      await endLease(db, lease, outcome);
    } catch (error) {
      if (error instanceof LeaseLostError) return;
      log.error(
        { err: error, organizationId: lease.organizationId },
        'reading Azure DevOps failed; it goes on when the lease ends',
      );
    }
  }

  async function look(): Promise<void> {
    const free = AT_ONCE - running.size;
    if (free <= 0) return;
    for (const lease of await takeLeases(db, free)) {
      const task: Promise<void> = work(lease).finally(() => running.delete(task));
      running.add(task);
    }
  }

  const looking = repeating(async () => {
    await look().catch((error: unknown) => log.debug({ err: error }, 'connections could not be looked up'));
    return LOOK_EVERY;
  });

  return {
    start: () => looking.start(),
    async stop() {
      stopping.abort();
      await looking.stop();
      await Promise.all(running);
    },
  };
}
