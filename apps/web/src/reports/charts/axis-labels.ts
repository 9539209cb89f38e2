/** Pixels that a character of 12 px takes about. */
const CHARACTER = 6.4;
const LONGEST = 22;

/** How wide a text of 12 px is about, in pixels. */
export function widthOf(text: string): number {
  return text.length * CHARACTER;
}

/** A text cut to a number of characters, with a sign for what is missing. */
export function cut(text: string, most: number = LONGEST): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** How the names of categories are written under an axis: each, every n-th, or slanted where all must be seen. */
export interface LabelPlan {
  /** Every n-th is written. */
  readonly every: number;
  readonly isSlanted: boolean;
  /** Pixels below the axis. */
  readonly height: number;
}

/** Plans names in bands of some width. Days may be left out, names of people and projects may not as long as there is room for slanted ones. */
export function planLabels(names: readonly string[], band: number, mayBeLeftOut: boolean): LabelPlan {
  const widest = Math.max(0, ...names.map((name) => widthOf(cut(name)))) + 10;
  if (widest <= band) return { every: 1, isSlanted: false, height: 24 };
  if (mayBeLeftOut || band < 14)
    return { every: Math.max(1, Math.ceil(widest / band)), isSlanted: false, height: 24 };
  return { every: 1, isSlanted: true, height: Math.min(84, 16 + widest * 0.6) };
}
