import type { Client } from '@stint/client';
import type { TimesheetEntry } from '@stint/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { WEEKS_KEY } from '../weeks/weeks-key.ts';
import { type WorklogWrite, sendWrite } from '../worklogs/worklog-write.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import type { CellChange } from './cell-change.ts';
import { type CellMap, type CellName, withCell, withoutCells } from './cell-map.ts';
import { createLimiter } from './limiter.ts';

/** What a cell holds while it is not yet as the server’s answer tells it. */
export interface PendingCell {
  readonly entries: readonly TimesheetEntry[];
  /** Whether the server has it; it stays until the sheet was fetched anew. */
  readonly isSaved: boolean;
}

/** Writes at once; browsers allow few more. */
const AT_ONCE = 4;

export interface CellSaves {
  readonly pending: CellMap<PendingCell>;
  /** How many cells are on their way. */
  readonly running: number;
  /** When the last cell was saved, in epoch milliseconds. */
  readonly savedAt: number | null;
  /** Shows a change at once and sends it; gives why it was refused and taken back, null when it was not. */
  readonly save: (cell: CellName, change: CellChange) => Promise<string | null>;
}

/** Saves cells: each shows at once what was typed; changes of one cell are sent one after the other. `updatedAt`: when the sheet was fetched. */
export function useCellSaves(updatedAt: number): CellSaves {
  const client = useClient();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [pending, setPending] = useState<CellMap<PendingCell>>({});
  const [running, setRunning] = useState(0);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const counter = useRef(0);
  const chains = useRef(new Map<string, Promise<unknown>>());
  const [limited] = useState(() => createLimiter(AT_ONCE));

  const count = useCallback((step: 1 | -1) => {
    counter.current += step;
    setRunning(counter.current);
  }, []);

  const settle = useCallback(async () => {
    if (counter.current > 0) return;
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: WORKLOGS_KEY }),
      queryClient.invalidateQueries({ queryKey: WEEKS_KEY }),
    ]);
  }, [queryClient]);

  const save = useCallback(
    async (cell: CellName, change: CellChange) => {
      const name = `${cell.rowKey}|${cell.date}`;
      const shown: PendingCell = { entries: change.after, isSaved: false };
      setPending((before) => withCell(before, cell, shown));
      count(1);
      const before = chains.current.get(name) ?? Promise.resolve();
      const run = before.then(() => limited(() => sendAll(client, change.writes)));
      const ended = run.catch(() => undefined);
      chains.current.set(name, ended);
      let reason: string | null = null;
      try {
        await run;
        setSavedAt(Date.now());
        // A change that came meanwhile has taken its place.
        setPending((now) =>
          now[cell.rowKey]?.[cell.date] === shown ? withCell(now, cell, { ...shown, isSaved: true }) : now,
        );
      } catch (error) {
        reason = errorText(error);
        setPending((now) => (now[cell.rowKey]?.[cell.date] === shown ? withCell(now, cell, null) : now));
      }
      if (chains.current.get(name) === ended) chains.current.delete(name);
      count(-1);
      void settle();
      return reason;
    },
    [client, count, errorText, limited, settle],
  );

  useEffect(() => {
    if (updatedAt > 0) setPending((now) => withoutCells(now, ({ isSaved }) => isSaved));
  }, [updatedAt]);

  return { pending, running, savedAt, save };
}

async function sendAll(client: Client, writes: readonly WorklogWrite[]): Promise<void> {
  for (const write of writes) await sendWrite(client, write);
}
