import { createContext, use, useSyncExternalStore } from 'react';
import type { InstallOffer } from './install-offer.ts';

export const InstallContext = createContext<InstallOffer | null>(null);

const subscribeToNothing = () => () => {};

/** Asks the browser to install the page as an app; null while it does not offer that. */
export function useInstall(): (() => void) | null {
  const offer = use(InstallContext);
  const isThere = useSyncExternalStore(
    offer?.subscribe ?? subscribeToNothing,
    () => offer?.isThere() ?? false,
  );
  return isThere && offer ? offer.accept : null;
}
