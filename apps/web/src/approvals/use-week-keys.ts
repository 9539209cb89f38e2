import { type RefObject, useEffect, useRef } from 'react';
import { isTyping } from '../shell/keys/read-key.ts';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Acts by their key, for the week with the focus, named by its key. */
export type WeekKeys = Readonly<Record<string, (weekKey: string) => void>>;

/**
 * Moves with J, K and the arrow keys among the elements of `list` that carry `data-week`, and runs what belongs to other keys for the
 * week with the focus. It works as soon as the page has loaded: without a focus the first key leads to the first week.
 */
export function useWeekKeys(list: RefObject<HTMLElement | null>, keys: WeekKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || event.defaultPrevented || isTyping(target)) return;
      const isHere = target === document.body || list.current?.contains(target as Node) === true;
      if (!isHere) return;
      const weeks = [...(list.current?.querySelectorAll<HTMLElement>('[data-week]') ?? [])];
      const row = (target as Element).closest('[data-row]');
      const index = weeks.findIndex((week) => week === target || row?.contains(week) === true);
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const step = STEPS[name];
      if (step !== undefined) {
        const next = weeks[Math.min(Math.max(index + step, 0), weeks.length - 1)];
        if (!next) return;
        event.preventDefault();
        next.focus();
        return;
      }
      const run = latest.current[name];
      const week = weeks[index];
      if (!run || !week) return;
      event.preventDefault();
      run(week.dataset['week'] ?? '');
      // What was decided about leaves the list; the next takes its place.
      (weeks[index + 1] ?? weeks[index - 1])?.focus();
    };
    // In the capture phase, before the keys of the whole page.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [list]);
}
