import { reachedThreshold, seconds } from '@stint/domain';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Db } from '../../http/asked.ts';
import {
  lockWatched,
  readActs,
  readWatched,
  saveReached,
  watchedOrganizations,
  type WatchedBudget,
} from './watch-store.ts';

/** Milliseconds that an act may take from making its audit id to its commit, differences of the servers' clocks included. */
const LATE = 15_000;
/** Milliseconds after which all budgets of an organization are looked at, whatever was heard of them. */
const SWEEP_EVERY = 300_000;

export interface BudgetWatch {
  /** Looks once for budgets that have reached a threshold, or fallen below one. */
  look(): Promise<void>;
}

interface Place {
  /** Epoch milliseconds of the last look. */
  lookedAt: number;
  /** Epoch milliseconds of the last look at all budgets. */
  sweptAt: number;
  /** Acts that were looked at and may be read again. */
  seen: readonly string[];
}

/**
 * Notices when the time tracked on budgets crosses a threshold.
 *
 * Adding everything up each second would read a million worklogs for nothing. So a look asks what has happened since the last one,
 * and adds up those budgets only:
 * - Time: each write of a worklog has its row in the audit log, which names the work items before and after. Audit ids begin with
 *   their time, so the newest are at the end of the primary key. They are made before their commit, so each look goes some seconds
 *   further back than the last one, and leaves out what it has seen.
 * - Budgets: an act on a budget (planned time, attaching, reopening) is rare and may move others, so all of the organization's are looked at.
 * - Moved work items and changed thresholds tell by `stint_changed` (resolve_work_item_budgets, the organization's trigger).
 * - What none of these told, such as an act that took longer than `LATE`, is found every five minutes; so is, at once, what happened
 *   while the server did not run or hear.
 *
 * Every server process looks. Whoever finds a crossing locks the budget and looks again: what one has told, the others do not find.
 */
export function watchBudgets(
  { database, feed, organizations }: Pick<Dependencies, 'database' | 'feed' | 'organizations'>,
  now: () => number = Date.now,
): BudgetWatch {
  const db = database.system;
  const places = new Map<string, Place>();
  feed.onChange((organizationId) => {
    if (organizationId === null) places.clear();
    else places.delete(organizationId);
  });

  async function lookAt(organizationId: string): Promise<void> {
    const organization = await organizations.byId(organizationId);
    if (!organization) return;
    const thresholds = organization.settings.budgetThresholds;
    for (const budget of await candidates(organizationId)) {
      if (reachedBy(budget, thresholds) !== budget.reached)
        await settle(db, organizationId, budget.id, thresholds);
    }
  }

  async function candidates(organizationId: string): Promise<WatchedBudget[]> {
    const place = places.get(organizationId);
    const lookedAt = now();
    const acts = await readActs(
      db,
      organizationId,
      idAt((place?.lookedAt ?? lookedAt) - LATE),
      place?.seen ?? [],
    );
    const isSweep =
      place === undefined ||
      lookedAt - place.sweptAt >= SWEEP_EVERY ||
      acts.some(({ entity }) => entity === 'budget');
    const oldest = idAt(lookedAt - LATE);
    const seen = [...new Set([...(place?.seen ?? []), ...acts.map(({ id }) => id)])].filter(
      (id) => id >= oldest,
    );
    places.set(organizationId, { lookedAt, sweptAt: isSweep ? lookedAt : place.sweptAt, seen });
    if (isSweep) return readWatched(db, organizationId, null);
    const touched = [...new Set(acts.flatMap(({ budgetId }) => budgetId ?? []))];
    return touched.length === 0 ? [] : readWatched(db, organizationId, touched);
  }

  return {
    async look() {
      const faults: unknown[] = [];
      for (const organizationId of await watchedOrganizations(db)) {
        await lookAt(organizationId).catch((error: unknown) => {
          // Looked at as a whole next time: what this look has read is not forgotten.
          places.delete(organizationId);
          faults.push(error);
        });
      }
      if (faults.length > 0) throw faults[0];
    },
  };
}

/** Writes what a budget has reached now; going up is an act on record, falling below is silent. */
async function settle(
  db: Db,
  organizationId: string,
  id: string,
  thresholds: readonly number[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const budget = await lockWatched(transaction, organizationId, id);
    if (!budget) return;
    const percent = reachedBy(budget, thresholds);
    if (percent === budget.reached) return;
    await saveReached(transaction, organizationId, id, percent);
    if (percent < budget.reached) return;
    await audit(
      transaction,
      organizationId,
      { personId: null, via: 'job', address: null },
      {
        action: 'threshold',
        entity: 'budget',
        entityId: id,
        before: { percent: budget.reached },
        after: { percent, plannedLength: budget.planned, trackedLength: budget.tracked },
      },
    );
  });
}

function reachedBy({ planned, tracked }: WatchedBudget, thresholds: readonly number[]): number {
  return reachedThreshold(seconds(planned), seconds(tracked), thresholds);
}

/** The least id that an act of this moment can have. */
function idAt(milliseconds: number): string {
  return uuid({ msecs: milliseconds, random: new Uint8Array(16), seq: 0 });
}
