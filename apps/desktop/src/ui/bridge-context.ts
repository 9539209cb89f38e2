import { createContext, use, useEffect, useState } from 'react';
import type { DesktopBridge } from '../bridge/bridge.ts';
import type { DesktopView } from '../core/app/view.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly stint: DesktopBridge;
  }
}

export const BridgeContext = createContext<DesktopBridge | null>(null);

/** The way to the app. */
export function useBridge(): DesktopBridge {
  const bridge = use(BridgeContext);
  if (bridge === null) throw new Error('There is no bridge around this component.');
  return bridge;
}

/** A view with the moment it came, in milliseconds of `performance.now()`. */
export interface ReceivedView {
  readonly view: DesktopView;
  readonly receivedAt: number;
}

/** The newest view of the app; null until the first has come. */
export function useReceivedView(bridge: DesktopBridge): ReceivedView | null {
  const [received, setReceived] = useState<ReceivedView | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const take = (view: DesktopView) => {
      if (isCurrent) setReceived({ view, receivedAt: performance.now() });
    };
    const end = bridge.onView(take);
    const begin = async () => {
      const view = await bridge.view();
      if (isCurrent) setReceived((known) => known ?? { view, receivedAt: performance.now() });
    };
    void begin();
    return () => {
      isCurrent = false;
      end();
    };
  }, [bridge]);
  return received;
}
