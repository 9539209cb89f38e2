import type { ClassicTransport } from '../../hub/transports.ts';

/** What a client has open at the moment to be told things by. */
export interface Transport {
  /** As in the query option `transport`. */
  readonly name: ClassicTransport;
  /** Takes one frame and is done, as the answer to a poll. */
  readonly once: boolean;
  /** Bytes given to it that have not left this process. */
  readonly waitingBytes: number;
  /** Sends a frame's text. */
  send(frame: string): void;
  /** Sends a sign of life, where the transport knows one. */
  keepAlive(): void;
  /** Whether it must be ended by `now` (milliseconds): a poll that was held long enough, a peer that fell silent. */
  isOver(now: number): boolean;
  /** Closes it after what was sent. Nothing is said of it being lost after that. */
  end(): void;
  /** Closes it at once, whatever still waits. */
  destroy(): void;
}

/** What a transport tells its connection. */
export interface TransportEvents {
  /** It is closed, and not by this side. */
  readonly lost: () => void;
}
