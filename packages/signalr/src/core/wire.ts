import type { IncomingHttpHeaders } from 'node:http';
import type { CoreTransport } from '../hub/transports.ts';
import type { Codec } from './codec/codec.ts';

/** What a session gives the application that talks over it, whatever the transport. */
export interface Wire {
  readonly id: string;
  readonly transport: CoreTransport;
  readonly formats: readonly Codec['format'][];
  /** The client asked to be able to come back to its state. */
  readonly wantsStateful: boolean;
  /** Polls come by themselves, so nothing has to be sent to see whether the client lives. */
  readonly isPolled: boolean;
  /** Of the request that opened the transport. */
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  /** Frames are sent as the WebSocket kind that fits. */
  binary: boolean;
  /** The connection outlives its socket from here on. */
  isStateful: boolean;
  /** Bytes that the reader has not taken yet. */
  readonly waitingBytes: number;
  /** Sends what is whole by itself. Never throws; a reader too slow is cut off, nothing is sent while there is no transport. */
  send(data: Buffer): void;
  /** Ends it when all has been sent. */
  end(): void;
  /** Cuts it off. */
  drop(): void;
}

/** What runs over a wire. */
export interface Application {
  /** The promise, where there is one, asks not to be given more before it resolves. Never throws or rejects. */
  receive(data: Buffer): Promise<void> | undefined;
  /** A stateful connection has a new socket. */
  resumed(): void;
  /** The client is gone for good; called once, also after `end` or `drop`. */
  gone(): void;
  /** Ends it and says why. */
  close(closing: { readonly reason?: string; readonly allowReconnect?: boolean }): void;
  /** Called every now and then with the time in milliseconds. */
  tick(now: number): void;
}
