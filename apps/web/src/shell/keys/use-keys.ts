import { useEffect, useRef } from 'react';
import { isPaletteKey, isTyping, type KeyWish, readKey } from './read-key.ts';

/** How long after `g` the letter of a page may come. */
const GO_MILLISECONDS = 1500;

/** Runs `onWish` for the keys of the whole page, but not while the person types. */
export function useKeys(onWish: (wish: KeyWish) => void): void {
  const goUntil = useRef(0);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (isTyping(event.target) && !isPaletteKey(event))) return;
      const wish = readKey(event, event.timeStamp < goUntil.current);
      if (event.key !== 'Shift')
        goUntil.current = wish?.kind === 'goTo' ? event.timeStamp + GO_MILLISECONDS : 0;
      if (wish === null) return;
      event.preventDefault();
      onWish(wish);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onWish]);
}
