import type { CallerClients } from './clients.ts';
import type { HubConnection } from './connection.ts';

/** What a hub method is given beside its arguments. */
export interface HubContext<User> {
  readonly connection: HubConnection<User>;
  /** As the client wrote them; the method is empty for `connected` and its like. */
  readonly hubName: string;
  readonly methodName: string;
  readonly clients: CallerClients;
  /** Groups of this connection. */
  readonly groups: { add(name: string): void; remove(name: string): void };
  /** Aborted when the client cancels this call or the connection ends. */
  readonly signal: AbortSignal;
  /** Tells the caller how far it is (classic protocol; nothing happens elsewhere). */
  readonly progress: (value: unknown) => void;
  /** What a classic client keeps at its proxy: changes are sent back with calls of the caller and with the answer. Empty elsewhere. */
  readonly state: Record<string, unknown>;
}

/** What an adapter knows of one call. */
export interface CallDetails {
  readonly hubName: string;
  readonly methodName: string;
  /** Asked only when the method asks. */
  readonly signal?: () => AbortSignal;
  readonly progress?: (value: unknown) => void;
  /** How the caller is called, where that differs from calls of others. */
  readonly callCaller?: (method: string, args: readonly unknown[]) => void;
  readonly state?: Record<string, unknown>;
}
