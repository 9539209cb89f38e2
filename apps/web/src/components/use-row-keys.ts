import { type RefObject, useEffect, useRef } from 'react';
import { actOf, type Chord, chordOf } from '../shell/keys/key-table.ts';
import { isTyping } from '../shell/keys/read-key.ts';
import { ROW_KEYS, stepOf } from '../shell/keys/shell-keys.ts';

interface RowKeys {
  /** What has the focus in a row: the selector of one element in each. */
  readonly stop: string;
  /** The selector of a whole row, so that a button in it counts as the row. */
  readonly row: string;
  /** What further keys do with the row that has the focus, by chord. */
  readonly acts?: Readonly<Record<Chord, (stop: HTMLElement) => void>>;
}

/**
 * Moves among the rows of `box` by `ROW_KEYS`, and runs what belongs to other keys for the row with the focus. It works as soon as the page has
 * loaded: without a focus, or with one around the rows as after a click beside them, the first key leads to the first row.
 */
export function useRowKeys(box: RefObject<HTMLElement | null>, keys: RowKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const rows = box.current;
      if (rows === null || event.defaultPrevented || isTyping(event.target)) return;
      const { target } = event;
      if (!(target instanceof Element) || !(target.contains(rows) || rows.contains(target))) return;
      const { stop, row, acts = {} } = latest.current;
      const stops = [...rows.querySelectorAll<HTMLElement>(stop)];
      // A menu opens by the arrow keys too.
      if (stops.length === 0 || target.closest('[aria-haspopup]') !== null) return;
      const here = target.closest(row);
      const index = stops.findIndex((each) => here?.contains(each) === true);
      const step = stepOf(actOf(ROW_KEYS, event));
      const run = acts[chordOf(event)];
      const current = stops[index];
      if (step !== null) focusOn(stops[Math.min(Math.max(index + step, 0), stops.length - 1)]);
      else if (run && current) {
        run(current);
        // What was decided about leaves the list; the next takes its place.
        focusOn(stops[index + 1] ?? stops[index - 1]);
      } else return;
      event.preventDefault();
    };
    // In the capture phase, before the keys of the whole page.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [box]);
}

function focusOn(element: HTMLElement | undefined): void {
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}

/** What keys do, by the chords of a table. */
export function byChord<Act>(
  acts: readonly (readonly [chords: readonly Chord[], act: Act])[],
): Record<Chord, Act> {
  return Object.fromEntries(acts.flatMap(([chords, act]) => chords.map((chord) => [chord, act])));
}
