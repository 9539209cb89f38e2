import type { Headers } from '../message.ts';

/** One request of a batch. */
export interface BatchItem {
  /** By which the answer and other requests name it; null where it has none. */
  readonly id: string | null;
  /** Requests of one group succeed or fail together; null for none. */
  readonly group: string | null;
  /** Requests and groups that must have succeeded. */
  readonly dependsOn: readonly string[];
  /** null for a change set, of which nothing is done. */
  readonly method: string | null;
  /** As it was written: absolute, from the host's root, or relative to the service. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}
