import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { type Overlay, OverlaysContext } from './overlays-context.ts';

const Palette = lazy(async () => ({ default: (await import('./palette/palette.tsx')).Palette }));
const ShortcutList = lazy(async () => ({
  default: (await import('./palette/shortcut-list.tsx')).ShortcutList,
}));
const TimeDialog = lazy(async () => ({
  default: (await import('../time-dialog/time-dialog.tsx')).TimeDialog,
}));

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
