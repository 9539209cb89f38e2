import type { Refusal } from '../../http/refusal.ts';
import type { ClassicConnection } from './connection.ts';

/** The moments of a connection that an application is told. */
export type Moment =
  | { readonly kind: 'connected' | 'reconnected' }
  | {
      readonly kind: 'disconnected';
      /** Null when the client said goodbye. */
      readonly error: Error | null;
    };

/** What runs on classic connections: hubs, or a handler of raw messages. */
export interface Application<User> {
  /** The names a client listens to, from `connectionData`; by the application’s own name of each, the client’s. */
  open(connectionData: string | null): ReadonlyMap<string, string> | Refusal;
  /** From now on the connection may be pushed to, also by its groups, which are those of an earlier groups token. */
  join(connection: ClassicConnection<User>, groups: readonly string[]): void;
  leave(connection: ClassicConnection<User>): void;
  groupsOf(connection: ClassicConnection<User>): readonly string[];
  /** Rejects when the application fails. */
  tell(connection: ClassicConnection<User>, moment: Moment): Promise<void>;
  /** Takes a message; resolves with what is answered, null with nothing, or a refusal of what is no message. */
  receive(connection: ClassicConnection<User>, text: string): Promise<string | null | Refusal>;
  /** The script with proxies for the application at this address; null where there is none. */
  script(url: string): string | null;
}
