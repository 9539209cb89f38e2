import { useEffect } from 'react';
import { isTyping, type Shortcut, shortcutOf } from './shortcuts.ts';

/** Runs `onShortcut` for the keys of the clock, wherever on the page, but not while the person types. */
export function useShortcuts(onShortcut: (shortcut: Shortcut) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (shortcut === null || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      onShortcut(shortcut);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onShortcut]);
}
