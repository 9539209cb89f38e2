/** What a carrier tells the process that it belongs to. */
export interface CarrierEvents {
  /** Something was committed, by whichever process; `event` as the database writes it. */
  readonly onEvent: (event: string) => void;
  /** Heard again after a break: events may have been missed, and everything is to be looked at. */
  readonly onGap: () => void;
}

/** Carries what was committed to every server process that people are connected to. */
export interface Carrier {
  /** How the database hands events over, see `live_process`. */
  readonly takes: 'notify' | 'table';
  /** From now on events are wanted here; resolves when they are heard for the first time. */
  listen(events: CarrierEvents): Promise<void>;
  /** This process may just have committed something. */
  readonly committed: () => void;
  close(): Promise<void>;
}
