import { ApiError } from '@stint/client';
import { calls } from '@stint/contract';
import { serverTrackOf } from '../tracking/server-track.ts';
import type { BookChange, Change } from './change.ts';
import { newWorkLogOf } from './send-worklog.ts';
import type { SenderParts } from './sender-parts.ts';

/** Fewer bookings in a row are sent one by one. */
const FEWEST = 5;
/** The most that one request may hold (api.md 3.4). */
const MOST = 500;

/** Sends many bookings in one request, all or none, so that days without a connection are caught up with in seconds. */
export function createBatches({ client, journal, now, onSent }: Omit<SenderParts, 'newId' | 'onState'>) {
  /** Bookings that were refused together: they are sent one by one, so that each is told on its own. */
  const alone = new Set<string>();

  function waiting(): BookChange[] {
    const { changes, batch } = journal.queue();
    if (batch.length > 0)
      return changes.filter((each): each is BookChange => each.kind === 'book' && batch.includes(each.id));
    const end = changes.findIndex((each) => each.kind !== 'book' || alone.has(each.id));
    const leading = end < 0 ? changes : changes.slice(0, end);
    return leading.slice(0, MOST).filter((each): each is BookChange => each.kind === 'book');
  }

  /** A track that runs on another device may end or be ended by one that ran here: that is looked at one by one. */
  async function isNothingBetween(bookings: readonly BookChange[]): Promise<boolean> {
    const tracked = bookings.filter(({ isTracked }) => isTracked);
    if (tracked.length === 0) return true;
    const { data } = await client.call(calls.getCurrentTrack, { query: { $expand: true } });
    const { run } = serverTrackOf(data, now());
    return (
      run === null || tracked.every(({ startedAt, length }) => startedAt + length * 1000 <= run.startedAt)
    );
  }

  return {
    /** Sends what waits first when it is many bookings; false when it is not, or was refused. Throws ApiError to try again later. */
    send: async (): Promise<boolean> => {
      const isRetry = journal.queue().batch.length > 0;
      const bookings = waiting();
      const [first] = bookings;
      if (!first || (!isRetry && (bookings.length < FEWEST || !(await isNothingBetween(bookings)))))
        return false;
      if (!isRetry) await journal.record([{ type: 'batched', ids: bookings.map(({ id }) => id) }], true);
      try {
        await client.call(calls.addWorkLogs, {
          query: {},
          body: bookings.map(newWorkLogOf),
          idempotencyKey: `${first.id}.${bookings.length}`,
        });
      } catch (error) {
        if (!(error instanceof ApiError) || ![400, 403, 404, 409, 413, 422].includes(error.status))
          throw error;
        if (error.code === 'LicenseReadOnly') throw error;
        for (const { id } of bookings) alone.add(id);
        await journal.record([{ type: 'batched', ids: [] }], true);
        return false;
      }
      await journal.record([{ type: 'batchDone' }], true);
      for (const change of bookings satisfies readonly Change[])
        onSent(change, { kind: 'done', follows: [] });
      return true;
    },
  };
}
