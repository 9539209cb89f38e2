/** All of them have defaults that fit a service on the Internet. */
export interface Limits {
  /** Bytes of one message of a client. */
  readonly messageBytes: number;
  /** Bytes waiting for a reader before it is disconnected. */
  readonly outgoingBytes: number;
  /** Messages kept for classic clients that come back. */
  readonly keptMessages: number;
  /** Bytes kept for a Core client that comes back (stateful reconnect); one that acknowledges less is disconnected. */
  readonly replayBytes: number;
  /** Calls of one connection that run at the same time; others wait. */
  readonly parallelCalls: number;
  /** Calls of one connection that wait before nothing more is read from it. */
  readonly waitingCalls: number;
  /** Streams of one connection, in either direction, that are open at the same time. */
  readonly openStreams: number;
  /** Milliseconds. */
  readonly keepAlive: number;
  readonly clientTimeout: number;
  readonly handshakeTimeout: number;
  /** How long a connection without a transport is kept: before the first, between polls, while a client reconnects. */
  readonly disconnectTimeout: number;
  readonly pollTimeout: number;
  /** How long the answer of a client is waited for. */
  readonly answerTimeout: number;
  /** How long `close` waits for clients to have been told. */
  readonly closeTimeout: number;
}

export const defaultLimits: Limits = {
  messageBytes: 64 * 1024,
  outgoingBytes: 1024 * 1024,
  keptMessages: 1000,
  replayBytes: 100_000,
  parallelCalls: 1,
  waitingCalls: 50,
  openStreams: 100,
  keepAlive: 15_000,
  clientTimeout: 30_000,
  handshakeTimeout: 15_000,
  disconnectTimeout: 15_000,
  pollTimeout: 90_000,
  answerTimeout: 30_000,
  closeTimeout: 5_000,
};
