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

/** A text in two lines, broken at the space that is nearest to its middle; one line where it has none. */
export function inTwoLines(text: string): readonly string[] {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [at] = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** How the names of categories are written under an axis: each, every n-th, in two lines, or slanted where all must be seen. */
export interface LabelPlan {
  /** Every n-th is written. */
  readonly every: number;
  readonly form: 'level' | 'twoLines' | 'slanted';
  /** Pixels below the axis. */
  readonly height: number;
}

/** Plans names in bands of some width. Days may be left out, names of people and projects may not as long as there is room for slanted ones. */
export function planLabels(names: readonly string[], band: number, mayBeLeftOut: boolean): LabelPlan {
  const level = { form: 'level', height: 24 } as const;
  const widest = Math.max(0, ...names.map((name) => widthOf(cut(name)))) + 10;
  if (widest <= band) return { ...level, every: 1 };
  if (mayBeLeftOut || band < 14) return { ...level, every: Math.max(1, Math.ceil(widest / band)) };
  const widestPart = Math.max(0, ...names.flatMap((name) => inTwoLines(name).map(widthOf))) + 10;
  if (widestPart <= band) return { every: 1, form: 'twoLines', height: 38 };
  return { every: 1, form: 'slanted', height: Math.min(84, 16 + widest * 0.6) };
}
