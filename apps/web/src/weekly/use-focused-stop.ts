import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/** Keeps the focus at the cursor’s stop as long as it is in the calendar: keys may lead to what is drawn anew, and it may be gone. */
export function useFocusedStop(frame: RefObject<HTMLElement | null>, key: string | null) {
  const isInside = useRef(false);
  useEffect(() => {
    if (!isInside.current || key === null) return;
    const element = [...(frame.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])].find(
      ({ dataset }) => dataset['stop'] === key,
    );
    if (!element || element === document.activeElement) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
  return {
    /** The focus comes here with the next stop. */
    enter: () => {
      isInside.current = true;
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      isInside.current = event.target.dataset['stop'] !== undefined;
    },
    // What had the focus and is drawn anew elsewhere loses it without a word.
    onBlur: () => {
      isInside.current = false;
    },
  };
}
