import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '../api/client.ts';
import { WEEKS_KEY } from '../weeks/weeks-key.ts';
import { sendWrite, type WorklogWrite } from '../worklogs/worklog-write.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import type { CalendarEntry } from './entry.ts';
import { type PendingEntries, putPending, unsaved } from './pending.ts';

/** A write, and what the entry will most likely be after it. */
export interface EntryChange {
  readonly id: string;
  readonly after: CalendarEntry | null;
  readonly write: WorklogWrite;
}

export interface EntryWrites {
  readonly pending: PendingEntries;
  /** Shows a change at once and sends it; gives why it was refused and taken back, null when it was not. */
  readonly send: (change: EntryChange) => Promise<Error | null>;
}

/** Sends changes of entries: each shows at once; those of one entry are sent one after the other. `updatedAt`: when entries were fetched. */
export function useEntryWrites(updatedAt: number): EntryWrites {
  const client = useClient();
  const queryClient = useQueryClient();
  const [pending, setPending] = useState<PendingEntries>(new Map());
  const running = useRef(0);
  const chains = useRef(new Map<string, Promise<unknown>>());

  const send = useCallback(
    async ({ id, after, write }: EntryChange) => {
      const shown = { after, isSaved: false };
      setPending((now) => putPending(now, id, shown));
      running.current += 1;
      const run = (chains.current.get(id) ?? Promise.resolve()).then(() => sendWrite(client, write));
      chains.current.set(
        id,
        run.catch(() => undefined),
      );
      let refusal: Error | null = null;
      try {
        await run;
      } catch (error) {
        refusal = error instanceof Error ? error : new Error(String(error));
      }
      // A change that came meanwhile has taken its place.
      setPending((now) =>
        now.get(id) === shown ? putPending(now, id, refusal === null ? { after, isSaved: true } : null) : now,
      );
      running.current -= 1;
      if (running.current === 0) {
        chains.current.clear();
        void queryClient.invalidateQueries({ queryKey: WORKLOGS_KEY });
        void queryClient.invalidateQueries({ queryKey: WEEKS_KEY });
      }
      return refusal;
    },
    [client, queryClient],
  );

  useEffect(() => {
    if (updatedAt > 0) setPending(unsaved);
  }, [updatedAt]);

  return { pending, send };
}
