import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { Chord } from './key-table.ts';

/** Keys, and in a few words what they do. */
export interface KeyLine {
  readonly keys: readonly Chord[];
  readonly name: string;
}

const PageKeysContext = createContext<Set<readonly KeyLine[]>>(new Set());

/** Remembers the keys of the page in front, for the list of all keys. */
export function PageKeysProvider({ children }: { readonly children: ReactNode }) {
  const [lists] = useState(() => new Set<readonly KeyLine[]>());
  return <PageKeysContext value={lists}>{children}</PageKeysContext>;
}

/** Tells the keys of this part of the page as long as it is there. */
export function usePageKeys(lines: readonly KeyLine[]): void {
  const lists = use(PageKeysContext);
  useEffect(() => {
    lists.add(lines);
    return () => void lists.delete(lines);
  }, [lists, lines]);
}

/** The keys of the page in front, as they are now. */
export function useLinesOfPage(): KeyLine[] {
  return [...use(PageKeysContext)].flat();
}
