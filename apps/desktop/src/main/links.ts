import { linkAmong } from '../core/pairing/deep-link.ts';

export interface Links {
  /** The app was given these arguments, or this link. */
  readonly opened: (args: readonly string[]) => void;
  /** From now on links are followed; the one that came before too. */
  readonly follow: (open: (link: string | null) => void) => void;
}

/** Keeps a link that comes before the app can follow it: macOS tells the one that starts the app right away. */
export function createLinks(): Links {
  let early: string | null = null;
  let open: ((link: string | null) => void) | null = null;
  return {
    opened: (args) => {
      const link = linkAmong(args);
      if (open !== null) open(link);
      else early ??= link;
    },
    follow: (next) => {
      open = next;
      if (early !== null) next(early);
      early = null;
    },
  };
}
