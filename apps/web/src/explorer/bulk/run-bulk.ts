import { ApiError } from '@stint/client';
import type { WorkLogsOutcome } from '@stint/contract';

/** The most worklogs of one call. */
export const MOST_AT_ONCE = 500;

/** What became of an act on many worklogs. */
export interface BulkResult {
  readonly done: readonly string[];
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
}

type Send = (ids: string[], validateOnly: boolean) => Promise<WorkLogsOutcome>;

/**
 * Acts on any number of worklogs, by calls that each take all or none. Where one is refused it asks which worklogs are to blame, and
 * acts on the others. `onProgress` is told how many are through. Throws what is no refusal of worklogs: no right to do this at all, no
 * server; what was done before stays done.
 */
export async function runBulk(
  ids: readonly string[],
  send: Send,
  onProgress: (through: number) => void = () => {},
): Promise<BulkResult> {
  const done: string[] = [];
  const refused: { id: string; reason: string }[] = [];
  for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
    const some = ids.slice(start, start + MOST_AT_ONCE);
    const bad = await refusalsOf(some, send);
    refused.push(...[...bad].map(([id, reason]) => ({ id, reason })));
    done.push(...some.filter((id) => !bad.has(id)));
    onProgress(Math.min(ids.length, start + MOST_AT_ONCE));
  }
  return { done, refused };
}

/** Acts on the worklogs that are not refused; gives the others with the reasons. */
async function refusalsOf(ids: string[], send: Send): Promise<Map<string, string>> {
  try {
    await send(ids, false);
    return new Map();
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500) throw error;
    const { failedEntries } = await send(ids, true);
    const whole = failedEntries.find(({ id }) => id === null);
    const bad = new Map(
      whole
        ? ids.map((id) => [id, whole.error.message] as const)
        : failedEntries.map((entry) => [entry.id ?? '', entry.error.message] as const),
    );
    const good = ids.filter((id) => !bad.has(id));
    // Nothing is to blame for the refusal, so it is about the act itself.
    if (good.length === ids.length) throw error;
    if (good.length > 0) await send(good, false);
    return bad;
  }
}
