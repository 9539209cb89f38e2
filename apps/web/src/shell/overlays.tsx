import { useLanguage } from '@stint/ui';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { paletteTexts } from '../texts/palette/texts.ts';
import { timeDialogTexts } from '../texts/time-dialog/texts.ts';
import { PageKeysProvider } from './keys/page-keys.tsx';
import { type Overlay, OverlaysContext } from './overlays-context.ts';

const importPalette = () => import('./palette/palette.tsx');
const importTimeDialog = () => import('../time-dialog/time-dialog.tsx');

const Palette = lazy(async () => ({ default: (await importPalette()).Palette }));
const ShortcutList = lazy(async () => ({
  default: (await import('./palette/shortcut-list.tsx')).ShortcutList,
}));
const TimeDialog = lazy(async () => ({ default: (await importTimeDialog()).TimeDialog }));

/** Holds what lies above all pages, one at a time; its code is fetched when the page has nothing else to do. */
export function OverlaysProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Overlay | null>(null);
  const isOpen = shown !== null;
  const overlays = useMemo(() => ({ isOpen, open: setShown }), [isOpen]);
  const close = () => setShown(null);
  useFetchedAhead();
  return (
    <OverlaysContext value={overlays}>
      <PageKeysProvider>
        {children}
        <Suspense>
          {shown === 'palette' && <Palette onClose={close} />}
          {shown === 'shortcuts' && <ShortcutList onClose={close} />}
          {shown !== null && typeof shown === 'object' && <TimeDialog onClose={close} request={shown} />}
        </Suspense>
      </PageKeysProvider>
    </OverlaysContext>
  );
}

const QUIET_MILLISECONDS = 1500;

/** Fetches code and texts a while after the page is shown, so that what one types right after the key arrives where it should. */
function useFetchedAhead(): void {
  const language = useLanguage();
  useEffect(() => {
    const timer = setTimeout(() => {
      const parts = [
        importPalette(),
        importTimeDialog(),
        paletteTexts.load(language),
        timeDialogTexts.load(language),
      ];
      // What does not come now is asked for again when it is needed.
      void Promise.allSettled(parts);
    }, QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [language]);
}
