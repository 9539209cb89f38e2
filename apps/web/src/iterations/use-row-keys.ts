import { type RefObject, useEffect } from 'react';
import { isTyping } from '../shell/keys/read-key.ts';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

const LEADS_ON = 'a[data-row-link], [data-row-link] button';

/**
 * Moves with J, K and the arrow keys among what leads on from the rows of `box`, links and buttons marked with or within `data-row-link`. It works as soon as the page
 * has loaded: without a focus, or with one around the rows, the first key leads to the first row.
 */
export function useRowKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(target))
        return;
      const step = STEPS[key.length === 1 ? key.toLowerCase() : key];
      const isHere =
        target instanceof Node &&
        box.current !== null &&
        (target.contains(box.current) || box.current.contains(target));
      if (step === undefined || !isHere) return;
      const links = [...(box.current?.querySelectorAll<HTMLElement>(LEADS_ON) ?? [])];
      const row = (target as Element).closest('tr');
      const index = links.findIndex((link) => row?.contains(link) === true);
      const next = links[Math.min(Math.max(index + step, 0), links.length - 1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [box]);
}
