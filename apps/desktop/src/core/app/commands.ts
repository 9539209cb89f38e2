import type { IdleAnswer } from '../presence/presence.ts';
import type { TimeCommand } from '../tracking/commands.ts';
import type { PairingCommand } from './pairing-flow.ts';

/** Everything that the window, the tray and hotkeys can ask of the app. */
export type DesktopCommand =
  | PairingCommand
  | { readonly kind: 'time'; readonly command: TimeCommand }
  | { readonly kind: 'answerIdle'; readonly answer: IdleAnswer }
  | { readonly kind: 'confirmActivity' }
  /** The person has read why the last track was stopped, or that nothing runs. */
  | { readonly kind: 'acknowledge' }
  /** Remind again in an hour (0), tomorrow (1) or next Monday (2). */
  | { readonly kind: 'remindLater'; readonly option: 0 | 1 | 2 }
  | { readonly kind: 'resolve'; readonly changeId: string; readonly choice: 'mine' | 'theirs' }
  | { readonly kind: 'dismissNotice' }
  | { readonly kind: 'dismissNotes' }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'activate'; readonly id: string }
  | { readonly kind: 'unpair'; readonly id: string }
  | { readonly kind: 'pairAgain'; readonly id: string }
  | { readonly kind: 'settings'; readonly change: Record<string, unknown> }
  | { readonly kind: 'update'; readonly answer: 'now' | 'whenIdle' | 'later' };
