import type { NewWorkLog } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useClient } from '../../api/client.ts';
import { randomId } from '../../api/uuid.ts';
import { isText } from '../../drafts/guards.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { WEEKS_KEY } from '../../weeks/weeks-key.ts';
import { WORKLOGS_KEY } from '../../worklogs/worklogs-key.ts';
import { useActivityTypes } from '../data/use-explorer-data.ts';
import { bookEntries, checkEntries } from './book.ts';
import { type Field, FIELDS, type Mapping, mappingOfContent, mappingOfTitles } from './fields.ts';
import { dateOrderOf } from './read-cells.ts';
import { type PastedRow, readEntries } from './read-entries.ts';
import { readTable } from './read-table.ts';

/** The most rows that are taken at once. */
export const MOST_ROWS = 5_000;

/** A pasted row with what the server says to it. */
export type CheckedRow = PastedRow & { readonly cells: readonly string[]; readonly reason: string | null };

/** What is pasted, read as entries and checked by the server. `first` is what was on the clipboard when the dialog opened. */
export function usePaste(first: string | null) {
  const client = useClient();
  const texts = useTexts(explorerTexts);
  const { settings, today } = useFormats();
  const types = useActivityTypes().data;
  const draft = useDraft('explorer-paste', () => '', isText);
  const [opening, setOpening] = useState(first);
  const text = opening ?? draft.value;
  const [chosen, setChosen] = useState<{ readonly text: string; readonly mapping: Mapping } | null>(null);

  const activityTypes = useMemo(
    () => new Map((types?.activityTypes ?? []).map(({ id, name }) => [name.toLowerCase(), id])),
    [types],
  );
  const thisYear = Number(today().slice(0, 4));
  const order = dateOrderOf(settings.locale);
  const table = useMemo(() => {
    const own = Object.fromEntries(FIELDS.map((field) => [field, texts[`field_${field}`]]));
    const rows = readTable(text).slice(0, MOST_ROWS + 1);
    const titled = rows[0] ? mappingOfTitles(rows[0], own) : null;
    const body = titled === null ? rows : rows.slice(1);
    const context = { order, thisYear, activityNames: new Set(activityTypes.keys()) };
    return {
      rows: body.slice(0, MOST_ROWS),
      mapping: titled ?? mappingOfContent(body, context),
      isCut: body.length > MOST_ROWS,
    };
  }, [text, order, thisYear, activityTypes, texts]);
  const mapping = chosen?.text === text ? chosen.mapping : table.mapping;
  const read = useMemo(
    () => readEntries(table.rows, mapping, { order, thisYear, activityTypes, newId: randomId }),
    [table, mapping, order, thisYear, activityTypes],
  );
  const entries = useMemo(() => read.flatMap(({ entry }) => (entry === null ? [] : [entry])), [read]);
  const check = useQuery({
    queryKey: ['explorer-paste', entries],
    queryFn: ({ signal }) => checkEntries(client, entries, signal),
    enabled: entries.length > 0,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const rows = withReasons(read, table.rows, check.data ?? new Map());
  return {
    text,
    setText: (next: string) => {
      setOpening(null);
      draft.change(next);
    },
    discard: draft.discard,
    rows,
    isCut: table.isCut,
    mapping,
    setField: (index: number, field: Field | null) =>
      setChosen({
        text,
        mapping: mapping.map((each, place) => (place === index ? field : each === field ? null : each)),
      }),
    check,
    good: rows.flatMap((row) => (row.entry !== null && row.reason === null ? [row.entry] : [])),
  };
}

function withReasons(
  read: readonly PastedRow[],
  cells: readonly (readonly string[])[],
  reasons: ReadonlyMap<number, string>,
): CheckedRow[] {
  let sent = -1;
  return read.map((row, index) => {
    if (row.entry !== null) sent += 1;
    return {
      ...row,
      cells: cells[index] ?? [],
      reason: row.entry === null ? null : (reasons.get(sent) ?? null),
    };
  });
}

/** Books what was pasted. */
export function useBooking(onBooked: (ids: string[]) => void) {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (entries: readonly NewWorkLog[]) => bookEntries(client, entries),
    onSuccess: onBooked,
    onSettled: () =>
      Promise.all([WORKLOGS_KEY, WEEKS_KEY].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
}
