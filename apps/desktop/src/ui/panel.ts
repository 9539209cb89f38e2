import type { EntryView } from '../core/app/view.ts';
import type { Subject } from '../core/subject.ts';

/** What the right side of the window shows. */
export type Panel =
  | { readonly kind: 'today' }
  | { readonly kind: 'details'; readonly key: string }
  | { readonly kind: 'start'; readonly subject: Subject | null }
  /** Add Time; with an entry, a duplicate of it. */
  | { readonly kind: 'add'; readonly entry: EntryView | null }
  | { readonly kind: 'edit'; readonly key: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'hotkeys' }
  | { readonly kind: 'organizations' }
  | { readonly kind: 'conflicts' };

export type Show = (panel: Panel) => void;

export const today: Panel = { kind: 'today' };

/** A click on a card shows its details; the same card again goes back to Total Today. */
export function afterCardClick(panel: Panel, key: string): Panel {
  return panel.kind === 'details' && panel.key === key ? today : { kind: 'details', key };
}
