import { ApiError, type Client } from '@stint/client';
import { calls, type NewWorkLog } from '@stint/contract';
import { batchFaults } from './batch-faults.ts';

/** The most entries of one call. */
const MOST_AT_ONCE = 500;

function chunksOf(entries: readonly NewWorkLog[]): NewWorkLog[][] {
  const count = Math.ceil(entries.length / MOST_AT_ONCE);
  return Array.from({ length: count }, (_, index) =>
    entries.slice(index * MOST_AT_ONCE, (index + 1) * MOST_AT_ONCE),
  );
}

/** Asks the server which entries it would refuse; gives the reasons by index. Nothing is written. */
export async function checkEntries(
  client: Client,
  entries: readonly NewWorkLog[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, string>> {
  const faults = new Map<number, string>();
  for (const [place, body] of chunksOf(entries).entries()) {
    const found = await faultsOf(() =>
      client.call(calls.addWorkLogs, { query: { $validateOnly: true }, body, signal }),
    );
    for (const [index, reason] of found) faults.set(place * MOST_AT_ONCE + index, reason);
  }
  return faults;
}

async function faultsOf(ask: () => Promise<unknown>): Promise<ReadonlyMap<number, string>> {
  try {
    await ask();
    return new Map();
  } catch (error) {
    const faults = error instanceof ApiError ? batchFaults(error.message) : null;
    if (faults === null || faults.size === 0) throw error;
    return faults;
  }
}

/** Books entries; gives their ids. A call that is repeated books nothing twice, as each entry has its id. */
export async function bookEntries(client: Client, entries: readonly NewWorkLog[]): Promise<string[]> {
  const ids: string[] = [];
  for (const body of chunksOf(entries)) {
    const key = body[0]?.id;
    const booked = await client.call(calls.addWorkLogs, {
      body,
      ...(key !== undefined && { idempotencyKey: key }),
    });
    ids.push(...booked.map(({ id }) => id));
  }
  return ids;
}
