import { ApiError } from '@stint/client';
import type { WorkLogsOutcome } from '@stint/contract';
import { describe, expect, test } from 'vitest';
import { MOST_AT_ONCE, runBulk } from './run-bulk.ts';
import { undoSteps } from './undo-steps.ts';

const refusal = (status: number) =>
  new ApiError({ code: 'X', status, message: 'No.', retryAfterSeconds: null });

/** A server that refuses some ids, all or none, and keeps what it was told. */
function serverRefusing(bad: ReadonlySet<string>) {
  const written: string[][] = [];
  const send = async (ids: string[], validateOnly: boolean): Promise<WorkLogsOutcome> => {
    const failedEntries = ids
      .filter((id) => bad.has(id))
      .map((id) => ({ id, error: { errorCode: 'X', message: `${id} is locked.` } }));
    if (!validateOnly && failedEntries.length > 0) throw refusal(422);
    if (!validateOnly) written.push(ids);
    return { succeeded: ids.length - failedEntries.length, failed: failedEntries.length, failedEntries };
  };
  return { send, written };
}

describe('an act on many', () => {
  const ids = Array.from({ length: MOST_AT_ONCE + 2 }, (_, index) => `id${index}`);

  test('goes in calls of at most 500, and tells how far it is', async () => {
    const { send, written } = serverRefusing(new Set());
    const through: number[] = [];
    const result = await runBulk(ids, send, (count) => through.push(count));
    expect(result).toEqual({ done: ids, refused: [] });
    expect(written.map((each) => each.length)).toEqual([500, 2]);
    expect(through).toEqual([500, 502]);
  });

  test('leaves out the refused ones with their reasons', async () => {
    const { send, written } = serverRefusing(new Set(['id1']));
    const result = await runBulk(['id0', 'id1', 'id2'], send);
    expect(result).toEqual({ done: ['id0', 'id2'], refused: [{ id: 'id1', reason: 'id1 is locked.' }] });
    expect(written).toEqual([['id0', 'id2']]);
  });

  test('writes nothing where all are refused', async () => {
    const { send, written } = serverRefusing(new Set(['id0']));
    expect((await runBulk(['id0'], send)).done).toEqual([]);
    expect(written).toEqual([]);
  });

  test('that is refused as a whole throws', async () => {
    const send = async (_: string[], validateOnly: boolean): Promise<WorkLogsOutcome> => {
      if (!validateOnly) throw refusal(403);
      return { succeeded: 1, failed: 0, failedEntries: [] };
    };
    await expect(runBulk(['id0'], send)).rejects.toMatchObject({ status: 403 });
    await expect(
      runBulk(['id0'], async () => {
        throw refusal(503);
      }),
    ).rejects.toMatchObject({ status: 503 });
  });
});

describe('the way back', () => {
  test('puts those together that were alike', () => {
    const before = [
      { Id: '1', ActivityTypeId: 'a' },
      { Id: '2', ActivityTypeId: 'b' },
      { Id: '3', ActivityTypeId: 'a' },
    ];
    expect(undoSteps({ activityTypeId: 'c' }, before)).toEqual([
      { kind: 'many', ids: ['1', '3'], change: { activityTypeId: 'a' } },
      { kind: 'many', ids: ['2'], change: { activityTypeId: 'b' } },
    ]);
  });

  test('restores the part that was billable', () => {
    const before = [
      { Id: '1', PeriodLength: 100, BillablePeriodLength: 40 },
      { Id: '2', PeriodLength: 100, BillablePeriodLength: 100 },
      { Id: '3', PeriodLength: 100, BillablePeriodLength: null },
    ];
    expect(undoSteps({ isBillable: false }, before)).toEqual([
      { kind: 'many', ids: ['2'], change: { isBillable: true } },
      { kind: 'many', ids: ['3'], change: { isBillable: false } },
      { kind: 'billable', id: '1', seconds: 40 },
    ]);
  });

  test('does not attach a budget that is inherited', () => {
    const before = [
      { Id: '1', BudgetId: 'x', WorkItem: { Budget: { Id: 'x' } } },
      { Id: '2', BudgetId: 'y', WorkItem: { Budget: { Id: 'x' } } },
      { Id: '3', BudgetId: null, WorkItem: null },
    ];
    expect(undoSteps({ budgetId: 'z' }, before)).toEqual([
      { kind: 'many', ids: ['1', '3'], change: { budgetId: '' } },
      { kind: 'many', ids: ['2'], change: { budgetId: 'y' } },
    ]);
  });
});
