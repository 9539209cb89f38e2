import type { IncomingHttpHeaders } from 'node:http';
import type { ClientCall } from './client-call.ts';
import type { ClassicTransport, CoreTransport } from './transports.ts';

/** What a hub may know of a connection. */
export interface HubConnection<User> {
  readonly id: string;
  readonly user: User;
  readonly userId: string;
  readonly protocol: 'classic' | 'core';
  /** As the protocol names it; the one it had last while it has none. */
  readonly transport: ClassicTransport | CoreTransport;
  /** What the wire carries: times and bytes are values of their own in Binary (MessagePack) only. */
  readonly format: 'Text' | 'Binary';
  /** Of the request that opened the connection. */
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  /** Aborted when the connection has ended. */
  readonly signal: AbortSignal;
  /** Ends it from here. */
  close(closing?: Closing): void;
}

export interface Closing {
  /** Told to the client. */
  readonly reason?: string;
  /** Whether a client that reconnects by itself should do so. */
  readonly allowReconnect?: boolean;
}

/** What a protocol adapter gives the hub layer for each connection. */
export interface LiveConnection<User> extends HubConnection<User> {
  /** Sends a call; a reader too slow for it is disconnected by the adapter. Never throws. */
  deliver(call: ClientCall): void;
  /** Calls and waits for the client's answer; absent where the protocol knows no such thing. */
  ask?(call: ClientCall): Promise<unknown>;
  /** Told when the connection joined or left a group, for protocols that hand the list of groups to the client. */
  groupChanged?(hub: string, group: string, joined: boolean): void;
}
