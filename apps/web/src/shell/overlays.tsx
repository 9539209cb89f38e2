import { createContext, lazy, type ReactNode, Suspense, use, useMemo, useState } from 'react';
import type { TimeDialogRequest } from '../time-dialog/request.ts';

const Palette = lazy(async () => ({ default: (await import('./palette/palette.tsx')).Palette }));
const ShortcutList = lazy(async () => ({
  default: (await import('./palette/shortcut-list.tsx')).ShortcutList,
}));
const TimeDialog = lazy(async () => ({
  default: (await import('../time-dialog/time-dialog.tsx')).TimeDialog,
}));

type Overlay = 'palette' | 'shortcuts' | TimeDialogRequest;

/** How any part of the page opens what lies above all pages. */
interface Overlays {
  /** `palette`, `shortcuts`, or the dialog that adds or edits time. */
  readonly open: (overlay: Overlay) => void;
}

const OverlaysContext = createContext<Overlays>({ open: () => {} });

/** The way to open the palette, the list of shortcuts, and the dialog that adds or edits time. */
export function useOverlays(): Overlays {
  return use(OverlaysContext);
}

/** Holds what lies above all pages, one at a time; its code is fetched when it is first opened. */
export function OverlaysProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Overlay | null>(null);
  const overlays = useMemo(() => ({ open: setShown }), []);
  const close = () => setShown(null);
  return (
    <OverlaysContext value={overlays}>
      {children}
      <Suspense>
        {shown === 'palette' && <Palette onClose={close} />}
        {shown === 'shortcuts' && <ShortcutList onClose={close} />}
        {shown !== null && typeof shown === 'object' && <TimeDialog onClose={close} request={shown} />}
      </Suspense>
    </OverlaysContext>
  );
}
