import type { WorkLogsChange, WorkLogsOutcome } from '@stint/contract';
import { sql } from 'kysely';
import { inTransaction } from '../../database/transaction.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { Refusal } from '../../refusal.ts';
import type { Budgets } from '../budgets/for-worklogs.ts';
import type { WorkLogs } from '../worklogs/service.ts';

export type Asking = Pick<Asked, 'db' | 'organization' | 'source' | 'principal'>;

export interface BulkDependencies {
  workLogs: Pick<WorkLogs, 'list' | 'get' | 'change' | 'remove' | 'restore'>;
  budgets: Budgets;
}

interface Failure {
  /** null for what is wrong with the act as a whole. */
  index: number | null;
  refusal: Refusal;
}

/** One worklog of an act. */
interface Target {
  index: number;
  id: string;
  /** Whole seconds; null for one that is not there. */
  seconds: number | null;
  isBilled: boolean;
}

/** Acts on many worklogs, all or none: the same rules and rights as for each one alone. */
export interface Bulk {
  /** With `validateOnly` nothing is written, and what would fail is answered instead of refused. */
  change(asking: Asking, change: WorkLogsChange, validateOnly: boolean): Promise<WorkLogsOutcome>;
  remove(asking: Asking, ids: readonly string[], validateOnly: boolean): Promise<WorkLogsOutcome>;
  /** Takes deletions back. */
  restore(asking: Asking, ids: readonly string[], validateOnly: boolean): Promise<WorkLogsOutcome>;
}

export function createBulk({ workLogs, budgets }: BulkDependencies): Bulk {
  /** In the order of people, so that two acts at once do not wait for each other in a circle. */
  async function targetsOf(asking: Asking, ids: readonly string[], areDeleted = false): Promise<Target[]> {
    const wanted = { personIds: null, ids, areDeleted, skip: 0, count: ids.length };
    const shown = await workLogs.list(asking, wanted);
    const entries = new Map(shown.map(({ entry }) => [entry.id, entry]));
    const ownerOf = (id: string) => entries.get(id)?.personId ?? '';
    return ids
      .map((id, index) => ({
        index,
        id,
        seconds: entries.get(id)?.seconds ?? null,
        isBilled: (entries.get(id)?.billableSeconds ?? 0) > 0,
      }))
      .toSorted((a, b) => ownerOf(a.id).localeCompare(ownerOf(b.id)) || a.id.localeCompare(b.id));
  }

  async function changeOne(asking: Asking, target: Target, wish: WorkLogsChange): Promise<void> {
    const billableLength = billableOf(target, wish.isBillable);
    const { activityTypeId } = wish;
    if (billableLength === undefined && activityTypeId === undefined) {
      // What stays as it is must be there all the same.
      await workLogs.get(asking, target.id);
      return;
    }
    const change = {
      ...(billableLength !== undefined && { billableLength }),
      ...(activityTypeId !== undefined && { activityTypeId }),
    };
    await workLogs.change(asking, target.id, change, null);
  }

  return {
    async change(asking, wish, validateOnly) {
      const ids = [...new Set(wish.ids)];
      if (wish.budgetId !== undefined) budgets.checkMaySet(asking);
      return allOrNone(asking, ids, validateOnly, async (inside) => {
        const targets = await targetsOf(inside, ids);
        const failures = await collect(targets, async (target) => changeOne(inside, target, wish));
        if (wish.budgetId === undefined) return failures;
        const budgetId = wish.budgetId === '' ? null : wish.budgetId;
        const found = await refusalsOf(() => budgets.setBudgetOfWorkLogs(inside, budgetId, ids));
        return [...failures, ...found.map((refusal) => ({ index: null, refusal }))];
      });
    },

    async remove(asking, given, validateOnly) {
      const ids = [...new Set(given)];
      return allOrNone(asking, ids, validateOnly, async (inside) =>
        collect(await targetsOf(inside, ids), ({ id }) => workLogs.remove(inside, id, null)),
      );
    },

    async restore(asking, given, validateOnly) {
      const ids = [...new Set(given)];
      return allOrNone(asking, ids, validateOnly, async (inside) =>
        collect(await targetsOf(inside, ids, true), ({ id }) => workLogs.restore(inside, id)),
      );
    },
  };
}

/** Seconds to be billed; undefined where nothing changes. */
function billableOf({ seconds, isBilled }: Target, isBillable: boolean | undefined): number | undefined {
  if (isBillable === undefined || seconds === null) return undefined;
  if (isBillable) return seconds;
  return isBilled ? 0 : undefined;
}

async function collect(
  targets: readonly Target[],
  act: (target: Target) => Promise<unknown>,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const target of targets) {
    const found = await refusalsOf(() => act(target));
    failures.push(...found.map((refusal) => ({ index: target.index, refusal })));
  }
  return failures.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
}

async function refusalsOf(act: () => Promise<unknown>): Promise<Refusal[]> {
  try {
    await act();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [error];
    throw error;
  }
}

/** Runs an act in one transaction; what it wrote is taken back when anything failed, or when it was only a question. */
async function allOrNone(
  asking: Asking,
  ids: readonly string[],
  validateOnly: boolean,
  act: (asking: Asking) => Promise<Failure[]>,
): Promise<WorkLogsOutcome> {
  return inTransaction(asking.db, async (db) => {
    await savepoint(db, 'savepoint');
    const failures = await act({ ...asking, db });
    if (validateOnly || failures.length > 0) await savepoint(db, 'rollback to savepoint');
    if (failures.length > 0 && !validateOnly) throw refusalOf(failures);
    const failedIds = new Set(failures.map(({ index }) => index));
    const failed = failedIds.has(null) ? ids.length : failedIds.size;
    return {
      succeeded: ids.length - failed,
      failed,
      failedEntries: failures.map(({ index, refusal: { code, message } }) => ({
        id: index === null ? null : (ids[index] ?? null),
        error: { errorCode: code, message },
      })),
    };
  });
}

async function savepoint(db: Db, act: 'savepoint' | 'rollback to savepoint'): Promise<void> {
  await sql`${sql.raw(act)} bulk_act`.execute(db);
}

/** One Refusal that lists each bad index with its reason; the code is theirs when they share one. */
function refusalOf(failures: readonly Failure[]): Refusal {
  const codes = new Set(failures.map(({ refusal }) => refusal.code));
  const [code = 'DbValidationError'] = codes.size === 1 ? codes : [];
  const list = failures.map(
    ({ index, refusal }) => `${index === null ? '' : `[${index}] `}${refusal.message}`,
  );
  return new Refusal(code, `Nothing was changed; ${failures.length} are refused: ${list.join(' ')}`);
}
