import type { Client } from '@stint/client';
import type { TrackingState } from '@stint/contract';
import type { Instant } from '@stint/domain';
import type { Journal } from '../journal/journal.ts';
import type { Change } from './change.ts';
import type { Sent } from './sent.ts';

/** What sending the queue needs. */
export interface SenderParts {
  readonly client: Client;
  readonly journal: Journal;
  readonly now: () => Instant;
  readonly newId: () => string;
  /**
   * The state that an answer brings, before the journal notes what became of the change: a track that neither waits nor is known would
   * be none for a moment, in which nobody could stop it.
   */
  readonly onState: (state: TrackingState) => void;
  /** After the journal has noted what became of a change. */
  readonly onSent: (change: Change, sent: Sent) => void;
}
