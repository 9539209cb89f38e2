/** Chromium’s offer to install the page as an app; other browsers have a menu entry of their own for it. */
interface InstallPrompt extends Event {
  readonly prompt: () => Promise<unknown>;
}

/** The browser’s offer to install the page, as it comes and goes. */
export interface InstallOffer {
  readonly isThere: () => boolean;
  /** Calls `listener` at every change; gives the way to end that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the person; does nothing while there is no offer. */
  readonly accept: () => void;
}

/** Begins to listen for the browser’s offer, which comes once and early. */
export function listenForInstall(target: EventTarget): InstallOffer {
  let known: InstallPrompt | null = null;
  const listeners = new Set<() => void>();
  const keep = (next: InstallPrompt | null) => {
    known = next;
    for (const listener of listeners) listener();
  };
  target.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    keep(event as InstallPrompt);
  });
  target.addEventListener('appinstalled', () => keep(null));
  return {
    isThere: () => known !== null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    accept: () => {
      const offered = known;
      keep(null);
      void offered?.prompt();
    },
  };
}
