import { type RefObject, useLayoutEffect } from 'react';

const GAP = 4;
const MARGIN = 8;

/**
 * Shows an element with `popover="manual"` in the browser's top layer, right below (or, without room, above) its anchor
 * and as wide, so that no dialog or scrolling parent cuts it off.
 */
export function useTopLayer(
  popover: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  open: boolean,
): void {
  useLayoutEffect(() => {
    const element = popover.current;
    if (!open || !element) return undefined;
    const place = () => {
      const box = anchor.current?.getBoundingClientRect();
      if (!box) return;
      const below = window.innerHeight - box.bottom - GAP - MARGIN;
      const above = box.top - GAP - MARGIN;
      const isBelow = below >= Math.min(element.scrollHeight, 240) || below >= above;
      element.style.left = `${box.left}px`;
      element.style.width = `${box.width}px`;
      element.style.maxHeight = `${Math.min(400, isBelow ? below : above)}px`;
      element.style.top = isBelow ? `${box.bottom + GAP}px` : 'auto';
      element.style.bottom = isBelow ? 'auto' : `${window.innerHeight - box.top + GAP}px`;
    };
    element.showPopover();
    place();
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
      if (element.matches(':popover-open')) element.hidePopover();
    };
  }, [popover, anchor, open]);
}
