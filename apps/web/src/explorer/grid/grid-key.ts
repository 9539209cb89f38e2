/** What a key asks of the grid. */
export type GridWish =
  | {
      readonly kind: 'move';
      readonly to: 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';
      readonly extends: boolean;
    }
  | { readonly kind: 'toggle' | 'all' | 'none' | 'delete' | 'edit' | 'open' | 'close' };

const MOVES = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
} as const;

const ACTS: Readonly<Record<string, GridWish>> = {
  ' ': { kind: 'toggle' },
  Escape: { kind: 'none' },
  Delete: { kind: 'delete' },
  Enter: { kind: 'edit' },
  ArrowRight: { kind: 'open' },
  ArrowLeft: { kind: 'close' },
};

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Reads a key pressed on the grid; null for one that means nothing here. */
export function readGridKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Keys): GridWish | null {
  const isControl = ctrlKey || metaKey;
  if (altKey) return null;
  if (isControl && key.toLowerCase() === 'a') return { kind: 'all' };
  const to = Object.hasOwn(MOVES, key) ? MOVES[key as keyof typeof MOVES] : undefined;
  if (to !== undefined) return { kind: 'move', to, extends: shiftKey };
  return isControl || shiftKey || !Object.hasOwn(ACTS, key) ? null : (ACTS[key] ?? null);
}

/** The line that a move leads to. `page` is how many lines are seen; -1 stands for no line yet. */
export function movedTo(
  to: Extract<GridWish, { kind: 'move' }>['to'],
  active: number,
  { count, page }: { readonly count: number; readonly page: number },
): number {
  const target = {
    up: active - 1,
    down: active + 1,
    pageUp: active - page,
    pageDown: active + page,
    first: 0,
    last: count - 1,
  }[to];
  return Math.max(0, Math.min(count - 1, target));
}
