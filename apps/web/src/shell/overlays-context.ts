import { createContext, use } from 'react';
import type { TimeDialogRequest } from '../time-dialog/request.ts';

/** What lies above all pages: the palette, the list of shortcuts, or the dialog that adds or edits time. */
export type Overlay = 'palette' | 'shortcuts' | TimeDialogRequest;

interface Overlays {
  /** Whether one lies there, or is about to: its code may still be fetched. */
  readonly isOpen: boolean;
  readonly open: (overlay: Overlay) => void;
}

export const OverlaysContext = createContext<Overlays>({ isOpen: false, open: () => {} });

/** The way to open what lies above all pages. */
export function useOverlays(): Overlays {
  return use(OverlaysContext);
}
