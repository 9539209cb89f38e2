/** Pixels that a character of 14 px takes about. */
const CHARACTER = 7.4;
/** Pixels beside the text of a cell. */
const BESIDE = 28;
/** What a column takes at least that shares the room that is left, and what it may take before others got enough. */
const LEAST_SHARED = 80;
const MOST_AT_FIRST = 220;
const MOST = 600;
/** How far a column may outgrow its wished width, so that its title and its words are whole. */
const GROWTH = 1.6;

/** What a column would like. */
export interface ColumnWish {
  /** Its wished width in pixels; none, or a negative one as the gallery has them, shares the room that is left. */
  readonly width: number | undefined;
  /** The characters of its longest text, the title among them. */
  readonly longest: number;
}

/**
 * The widths of columns in pixels, for a room of so many pixels. Where the room is too small their sum is larger, and the table scrolls. Columns
 * that share what is left get it by what their texts need.
 */
export function columnWidths(wishes: readonly ColumnWish[], room: number): number[] {
  const needs = wishes.map(({ longest }) => Math.min(MOST, Math.ceil(longest * CHARACTER) + BESIDE));
  const isShared = wishes.map(({ width }) => width === undefined || width <= 0);
  const least = wishes.map(({ width = 0 }, index) => {
    const need = needs[index] ?? 0;
    if (isShared[index]) return Math.min(MOST_AT_FIRST, Math.max(LEAST_SHARED, need));
    const wished = Math.min(width, MOST);
    return Math.max(wished, Math.min(need, Math.round(wished * GROWTH)));
  });
  const missing = needs.map((need, index) => (isShared[index] ? Math.max(0, need - (least[index] ?? 0)) : 0));
  const left = Math.max(0, room - sumOf(least));
  const first = shares(Math.min(left, sumOf(missing)), missing);
  const takesRest = isShared.includes(true)
    ? needs.map((need, index) => (isShared[index] ? need : 0))
    : needs;
  const rest = shares(left - sumOf(first), takesRest);
  return least.map((width, index) => width + (first[index] ?? 0) + (rest[index] ?? 0));
}

/** Whole pixels of an amount by weights; the last of weight gets what rounding left. */
function shares(amount: number, weights: readonly number[]): number[] {
  const all = sumOf(weights);
  if (amount <= 0 || all === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Math.floor((amount * weight) / all));
  const last = weights.findLastIndex((weight) => weight > 0);
  parts[last] = (parts[last] ?? 0) + amount - sumOf(parts);
  return parts;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
