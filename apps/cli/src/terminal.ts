import type { Readable, Writable } from 'node:stream';

/** What a command reads and writes; `process` is one. Results go to `stdout`, everything else to `stderr`. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}
