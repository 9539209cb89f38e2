import type { ConflictView, EntryView } from '../core/app/view.ts';
import type { Subject } from '../core/subject.ts';

/** What the right side of the window shows. */
export type Panel =
  | { readonly kind: 'today' }
  | { readonly kind: 'details'; readonly key: string }
  | { readonly kind: 'start'; readonly subject: Subject | null }
  /** Add Time; with an entry, a duplicate of it; with a conflict, the booking that the server refused, to be changed. */
  | { readonly kind: 'add'; readonly entry: EntryView | null; readonly conflict?: ConflictView }
  /** What is edited is the entry as it was when the form was opened: what others change meanwhile is not taken back. */
  | { readonly kind: 'edit'; readonly entry: EntryView }
  | { readonly kind: 'settings' }
  | { readonly kind: 'hotkeys' }
  | { readonly kind: 'organizations' }
  | { readonly kind: 'conflicts' };

export type Show = (panel: Panel) => void;

export const today: Panel = { kind: 'today' };

/** Whether a panel is about the time of one organization, so that it ends when another one is shown. */
export function isAboutTime({ kind }: Panel): boolean {
  return ['details', 'start', 'add', 'edit', 'conflicts'].includes(kind);
}

/** A click on a card shows its details; the same card again goes back to Total Today. */
export function afterCardClick(panel: Panel, key: string): Panel {
  return panel.kind === 'details' && panel.key === key ? today : { kind: 'details', key };
}
