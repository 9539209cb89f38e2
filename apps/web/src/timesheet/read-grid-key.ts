import { actOf, type PressedKeys } from '../shell/keys/key-table.ts';
import { GRID_KEYS } from './grid-keys.ts';
import { type GridSize, moveByKey, moveByTab, type Place } from './grid-move.ts';

/** What a key asks of the grid while nothing is typed into a cell. */
export type GridWish =
  | { readonly kind: 'move'; readonly to: Place; readonly extends: boolean }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'edit' | 'list' | 'clear' | 'save' | 'chooseAll' | 'leave' }
  | { readonly kind: 'period'; readonly step: -1 | 1 };

/** Reads a key; null leaves it to the browser. `isLeaving`: Escape was the key before, so that Tab leads out of the grid. */
export function readGridKey(
  keys: PressedKeys,
  place: Place,
  size: GridSize,
  isLeaving: boolean,
): GridWish | null {
  const act = actOf(GRID_KEYS, keys);
  switch (act) {
    case 'move':
    case 'extend': {
      const to = moveByKey(keys.key, keys.ctrlKey || keys.metaKey, place, size);
      return to && { kind: 'move', to, extends: keys.shiftKey };
    }
    case 'next':
    case 'back': {
      const to = isLeaving ? null : moveByTab(act === 'next' ? 1 : -1, place, size);
      return to && { kind: 'move', to, extends: false };
    }
    case 'earlier':
    case 'later':
      return { kind: 'period', step: act === 'later' ? 1 : -1 };
    case 'clipboard':
      return null;
    case null:
      return isSign(keys) ? { kind: 'type', text: keys.key } : null;
    default:
      return { kind: act };
  }
}

function isSign({ key, ctrlKey, metaKey, altKey }: PressedKeys): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}
