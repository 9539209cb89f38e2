import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Counted } from '../hub/census.ts';

/** A protocol, as the HTTP side sees it. */
export interface Adapter {
  /** What serves an address; null when it is not this protocol's. `rest` follows the base path, decoded, as the client wrote it. */
  route(rest: string): Endpoint | null;
  /** What is open, those included that wait for their client to come back. */
  connections(): Iterable<Counted>;
  /** Tells the clients and resolves when all have been told, or when it took too long. */
  close(): Promise<void>;
}

/** Origin, preflight and unexpected failures are seen to by the router. */
export interface Endpoint {
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
  /** Absent where no WebSocket is to be had. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void | Promise<void>;
}
