import type { Reading } from './time/timeline.ts';

/** A text file of the app's own folder, written so that what was answered survives a kill and a power cut. */
export interface FilePort {
  /** The whole text; null when there is no such file. */
  readonly read: (name: string) => Promise<string | null>;
  /** Adds to the end; `isDurable` waits until it is on the disk. Rejects with `DiskFullError` when there is no room. */
  readonly append: (name: string, text: string, isDurable: boolean) => Promise<void>;
  /** Puts the text in place of the file, wholly or not at all. Rejects with `DiskFullError` when there is no room. */
  readonly replace: (name: string, text: string) => Promise<void>;
  /** Moves a damaged file out of the way, and tells where it lies now. */
  readonly setAside: (name: string) => Promise<string>;
  /** Does nothing when there is no such file. */
  readonly remove: (name: string) => Promise<void>;
}

/** There is no room on the disk for what is to be saved. */
export class DiskFullError extends Error {
  constructor(cause?: unknown) {
    super('There is no room on the disk.', { cause });
    this.name = 'DiskFullError';
  }
}

/** Clocks and timers. */
export interface ClockPort {
  readonly read: () => Reading;
  /** Calls back after so many milliseconds, once; gives what takes it back. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

/** A secret store; on Linux there may be none that is safe. */
export interface SecretPort {
  readonly isSafe: () => boolean;
  /** The sealed text for a file. */
  readonly seal: (text: string) => string;
  /** The text again; null when it cannot be opened here. */
  readonly open: (sealed: string) => string | null;
}
