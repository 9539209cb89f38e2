import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useClock } from '../../track/clock.tsx';
import { useOverlays } from '../overlays-context.ts';
import { usePages } from '../use-pages.ts';
import type { KeyWish } from './read-key.ts';
import { useKeys } from './use-keys.ts';

/** Does what the keys of the whole page ask for. */
export function useShellKeys(): void {
  const clock = useClock();
  const overlays = useOverlays();
  const pages = usePages();
  const navigate = useNavigate();
  const onWish = useCallback(
    (wish: KeyWish) => {
      if (overlays.isOpen) return;
      switch (wish.kind) {
        case 'palette':
        case 'shortcuts':
          overlays.open(wish.kind);
          break;
        case 'addTime':
          overlays.open({ kind: 'add' });
          break;
        case 'page': {
          const page = pages.find(({ letter }) => letter === wish.letter);
          if (page) void navigate({ to: page.path });
          break;
        }
        case 'clock':
          if (wish.act === 'new') clock.focusBar();
          else if (wish.act === 'continue') clock.continueLast();
          else if (clock.isRunning) clock.stop();
          break;
        case 'goTo':
          break;
      }
    },
    [clock, overlays, pages, navigate],
  );
  useKeys(onWish);
}
