import { useRef, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { readOData } from '../../api/odata.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { allOf, idsAddress } from '../data/addresses.ts';
import type { Group } from '../data/groups.ts';
import { lineAt, type Lines, runsBetween } from '../data/lines.ts';
import { LARGE_PAGE } from '../data/use-explorer-data.ts';
import type { Rows } from '../data/use-rows.ts';
import type { Sorting } from '../view/view.ts';

/** Ids of worklogs with their lengths in seconds. */
export type Selected = ReadonlyMap<string, number>;

interface IdRow {
  readonly Id: string;
  readonly PeriodLength: number;
}

export interface Selection {
  readonly ids: Selected;
  /** The line that keys act on; -1 for none. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** Selects the line alone, or with what was selected (`isAdded`: in or out). */
  readonly pick: (index: number, isAdded: boolean) => void;
  /** Selects everything from the line picked last to this one. */
  readonly extendTo: (index: number) => void;
  readonly pickGroup: (group: Group) => void;
  readonly pickAll: () => void;
  readonly set: (ids: Selected) => void;
}

const NONE: Selected = new Map();

/** Which worklogs are selected. Those that were never fetched are found by asking for their ids. */
export function useSelection(
  lines: Lines,
  rowOf: Rows['rowOf'],
  { condition, sort }: { readonly condition: string; readonly sort: readonly Sorting[] },
): Selection {
  const [state, setState] = useState({ ids: NONE, condition });
  const [active, setActive] = useState(-1);
  const anchor = useRef(0);
  const asked = useRef(new AbortController());
  const toast = useToast();
  const errorText = useErrorText();
  // What is selected belongs to the filters it was selected in.
  const ids = state.condition === condition ? state.ids : NONE;
  const change = (next: (ids: Selected) => Selected) =>
    setState((now) => ({ ids: next(now.condition === condition ? now.ids : NONE), condition }));

  const forgetAsked = () => {
    asked.current.abort();
    asked.current = new AbortController();
  };
  const set = (next: Selected) => {
    forgetAsked();
    change(() => next);
  };

  const read = async (addresses: readonly string[], use: (found: Selected) => void): Promise<void> => {
    const { signal } = asked.current;
    try {
      const found = new Map<string, number>();
      for (const address of addresses)
        for (const row of await readOData<IdRow>(address, signal, LARGE_PAGE))
          found.set(row.Id, row.PeriodLength);
      if (!signal.aborted) use(found);
    } catch (error) {
      if (!signal.aborted) toast({ text: errorText(error) });
    }
  };

  const knownBetween = (from: number, to: number): Selected | null => {
    const found = new Map<string, number>();
    for (const { run, first, last } of runsBetween(lines, from, to))
      for (let offset = first; offset <= last; offset += 1) {
        const row = rowOf({ kind: 'row', run, offset });
        if (!row) return null;
        found.set(row.Id, row.PeriodLength);
      }
    return found;
  };

  /** The worklogs of these lines, asked for where a line is still being fetched. */
  const withRows = (from: number, to: number, use: (found: Selected) => void): void => {
    const known = knownBetween(from, to);
    if (known) return use(known);
    const addresses = runsBetween(lines, from, to).map(({ run, first, last }) =>
      idsAddress(run.condition, sort, { skip: first, top: last - first + 1 }),
    );
    void read(addresses, use);
  };

  const pick = (index: number, isAdded: boolean) => {
    setActive(index);
    anchor.current = index;
    if (lineAt(lines, index)?.kind !== 'row') return;
    if (isAdded) return withRows(index, index, (found) => change((now) => toggled(now, found)));
    forgetAsked();
    withRows(index, index, set);
  };

  const extendTo = (index: number) => {
    setActive(index);
    forgetAsked();
    withRows(Math.min(anchor.current, index), Math.max(anchor.current, index), set);
  };

  return {
    ids,
    active: Math.min(active, lines.count - 1),
    setActive,
    pick,
    extendTo,
    pickGroup: (group) =>
      void read([idsAddress(allOf([condition, ...group.conditions]), sort, null)], (found) =>
        change((now) => new Map([...now, ...found])),
      ),
    pickAll: () => {
      forgetAsked();
      void read([idsAddress(condition, sort, null)], set);
    },
    set,
  };
}

/** What is selected with these in it, or without them where they were in it. */
function toggled(ids: Selected, found: Selected): Selected {
  const next = new Map(ids);
  for (const [id, seconds] of found) if (!next.delete(id)) next.set(id, seconds);
  return next;
}
