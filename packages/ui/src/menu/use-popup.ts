import { type RefObject, useLayoutEffect } from 'react';

const GAP = 4;
const MARGIN = 8;

/**
 * Shows an element with `popover="manual"` in the browser's top layer beside its anchor, where there is room: below or above, flush
 * with its left or right edge. A click anywhere else asks to close it.
 */
export function usePopup(
  popup: RefObject<HTMLElement | null>,
  anchorId: string,
  open: boolean,
  onClose: () => void,
): void {
  useLayoutEffect(() => {
    const element = popup.current;
    if (!open || !element) return undefined;
    const anchor = document.getElementById(anchorId);
    const place = () => {
      const box = anchor?.getBoundingClientRect();
      if (!box) return;
      const { offsetWidth: width, scrollHeight: height } = element;
      const below = window.innerHeight - box.bottom - GAP - MARGIN;
      const above = box.top - GAP - MARGIN;
      const isBelow = below >= height || below >= above;
      const left = box.left + width > window.innerWidth - MARGIN ? box.right - width : box.left;
      element.style.left = `${Math.max(MARGIN, left)}px`;
      element.style.top = isBelow ? `${box.bottom + GAP}px` : 'auto';
      element.style.bottom = isBelow ? 'auto' : `${window.innerHeight - box.top + GAP}px`;
      element.style.maxHeight = `${isBelow ? below : above}px`;
    };
    const onPointerDown = ({ target }: PointerEvent) => {
      const isInside = target instanceof Node && (element.contains(target) || anchor?.contains(target));
      if (isInside !== true) onClose();
    };
    element.showPopover();
    place();
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
      document.removeEventListener('pointerdown', onPointerDown, true);
      if (element.matches(':popover-open')) element.hidePopover();
    };
  }, [popup, anchorId, open, onClose]);
}
