import type { Client } from '@stint/client';
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
  /** After the journal has noted what became of a change. */
  readonly onSent: (change: Change, sent: Sent) => void;
}
