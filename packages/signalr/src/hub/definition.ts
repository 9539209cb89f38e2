import type { HubContext } from './context.ts';
import type { CoreTransport } from './transports.ts';

/** What clients may call: a value, a promise of one, or (see `HubStream`) items one after the other. */
export type HubMethod<User> = (context: HubContext<User>, ...args: unknown[]) => unknown;

/** A method with what its function does not tell by itself. */
export interface HubMethodDefinition<User> {
  readonly run: HubMethod<User>;
  /** It returns an AsyncIterable. Async generator functions are known to, and need not be told. */
  readonly streams?: boolean;
  /** How many streams of the client it takes; each is an AsyncIterable after the other arguments. */
  readonly uploads?: number;
  /** How many arguments it takes; any number unless told. Others are refused before it runs. */
  readonly parameters?: number;
}

export interface HubDefinition<User> {
  readonly name: string;
  /** Whether a further spelling opens this hub too. */
  readonly accepts?: (name: string) => boolean;
  /** The method that is meant by the name a client called. */
  readonly methodName?: (name: string) => string;
  /** What clients of the Core protocol may connect by; all unless told. */
  readonly transports?: readonly CoreTransport[];
  readonly methods: Readonly<Record<string, HubMethod<User> | HubMethodDefinition<User>>>;
  /** A connection has opened; one that throws here is closed. */
  readonly connected?: (context: HubContext<User>) => unknown;
  /** A client of the classic protocol has come back to its connection. */
  readonly reconnected?: (context: HubContext<User>) => unknown;
  /** It has ended; the error is given when it ended by one. */
  readonly disconnected?: (context: HubContext<User>, error: Error | null) => unknown;
}

/** Types a hub; names of hubs and methods compare without letter case. */
export function defineHub<User>(definition: HubDefinition<User>): HubDefinition<User> {
  return definition;
}
