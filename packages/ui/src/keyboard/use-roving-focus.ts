import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import { nextIndex } from './next-index.ts';

/** Marks what the arrow keys move among. */
export const ROVING = { 'data-roving': '' } as const;

/**
 * Gives an `onKeyDown` for `container` with which arrow keys, Home and End move the focus among the elements marked with `ROVING`, in
 * rows of `columns`. Whichever has the focus should have `tabIndex` 0, all others -1, so that Tab passes the whole as one stop.
 */
export function useRovingFocus(
  container: RefObject<HTMLElement | null>,
  columns = 1,
): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const items = [...(container.current?.querySelectorAll<HTMLElement>('[data-roving]') ?? [])];
      const index = items.indexOf(document.activeElement as HTMLElement);
      const next = nextIndex(event.key, index, { count: items.length, columns });
      if (next === null) return;
      event.preventDefault();
      items[next]?.focus();
    },
    [container, columns],
  );
}
