import { useSyncExternalStore } from 'react';

/** Chromium’s offer to install the page as an app; other browsers have a menu entry of their own for it. */
interface InstallOffer extends Event {
  readonly prompt: () => Promise<unknown>;
}

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

function keep(next: InstallOffer | null): void {
  offer = next;
  for (const listener of listeners) listener();
}

/** Begins to listen for the browser’s offer, which comes once and early. */
export function listenForInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    keep(event as InstallOffer);
  });
  window.addEventListener('appinstalled', () => keep(null));
}

/** Asks the browser to install the page as an app; null while it does not offer that. */
export function useInstall(): (() => void) | null {
  const known = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offer,
  );
  if (known === null) return null;
  return () => {
    keep(null);
    void known.prompt();
  };
}
