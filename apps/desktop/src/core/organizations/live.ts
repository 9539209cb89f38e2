import type { TrackingState } from '@stint/contract';

/** What the server tells without being asked (realtime.md). */
export type LivePush =
  | { readonly kind: 'track'; readonly state: TrackingState }
  /** A worklog came, changed or went. */
  | { readonly kind: 'worklogs' }
  /** Anything else that the state of the clock does not come with: all is read anew. */
  | { readonly kind: 'settings' };

export interface LiveOptions {
  readonly baseUrl: string;
  readonly collection: string | null;
  readonly authorization: () => Promise<string>;
  readonly heard: (push: LivePush) => void;
  /** The connection is there, for the first time or again; what was missed before has to be read. */
  readonly opened: () => void;
  /** The connection is gone, or could not be made; it is tried again by itself. */
  readonly closed: () => void;
}

/** The live connection to a server's hub. */
export interface LivePort {
  /** Opens a connection; gives what closes it. */
  readonly open: (options: LiveOptions) => () => void;
}
