import type { Target } from './target.ts';

/** What processes tell each other. Plain JSON-able data. */
export type BackplaneMessage = {
  /** The process that says it. */
  readonly from: string;
  /** As its definition spells it. */
  readonly hub: string;
} & (
  | {
      readonly kind: 'call';
      readonly target: Target;
      readonly method: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'join' | 'leave'; readonly connection: string; readonly group: string }
  | {
      readonly kind: 'ask';
      readonly question: string;
      readonly connection: string;
      readonly method: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'answer'; readonly question: string; readonly result?: unknown; readonly error?: string }
);

/**
 * Carries messages between the processes that serve the same hubs, in the order each published them. A process that hears its own
 * messages too does no harm: they are passed over.
 */
export interface Backplane {
  publish(message: BackplaneMessage): void | Promise<void>;
  /** Returns what ends the subscription. */
  subscribe(listener: (message: BackplaneMessage) => void): () => void;
  close(): void | Promise<void>;
}

/** Joins several servers of one process: each is given a backplane of its own. Messages travel as JSON, as between processes. */
export function inProcessBackplanes(): () => Backplane {
  const listeners = new Set<(message: BackplaneMessage) => void>();
  return () => {
    const own = new Set<(message: BackplaneMessage) => void>();
    return {
      publish(message) {
        const text = JSON.stringify(message);
        for (const listener of listeners) {
          if (!own.has(listener)) listener(JSON.parse(text) as BackplaneMessage);
        }
      },
      subscribe(listener) {
        listeners.add(listener);
        own.add(listener);
        return () => {
          listeners.delete(listener);
          own.delete(listener);
        };
      },
      close() {
        for (const listener of own) listeners.delete(listener);
      },
    };
  };
}
