import type { NumberSetting } from './setting-list.ts';

/** A number as it was typed: what is stored for it, or what is wrong with it. */
export type ReadNumber =
  | { readonly ok: true; readonly stored: number }
  | { readonly ok: false; readonly fault: 'notANumber' | 'outOfBounds' };

type Bounds = Pick<NumberSetting, 'scale' | 'min' | 'max'>;

/** Reads a typed number with a decimal point or comma; what is stored is whole and within the bounds. */
export function readNumber(typed: string, { scale, min, max }: Bounds): ReadNumber {
  const text = typed.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return { ok: false, fault: 'notANumber' };
  const stored = Number(text) * scale;
  const isWhole = scale > 1 || Number.isInteger(stored);
  if (!isWhole) return { ok: false, fault: 'notANumber' };
  const rounded = Math.round(stored);
  if (rounded < min || rounded > max) return { ok: false, fault: 'outOfBounds' };
  return { ok: true, stored: rounded };
}

/** Percents as they were typed, ascending and each once; null when they cannot be read. */
export function readPercents(typed: string): number[] | null {
  const parts = typed.split(/[\s,;%]+/).filter((part) => part !== '');
  const numbers = parts.map(Number);
  const areGood = numbers.every((each) => Number.isInteger(each) && each >= 1 && each <= 1000);
  if (!areGood || numbers.length > 20) return null;
  return [...new Set(numbers)].sort((one, other) => one - other);
}
