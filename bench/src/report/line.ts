/** One measured case beside its anchor. */
export interface Figure {
  name: string;
  ours: string;
  /** What only does what must be done; `–` where there is nothing to compare with. */
  anchor: string;
  /** Ours in relation to the anchor; null without one. */
  ratio: number | null;
  target?: { text: string; isMet: boolean };
}

/** One line: name, ours, anchor, ratio, target. */
export function lineOf({ name, ours, anchor, ratio, target }: Figure): string {
  const relation = ratio === null ? '–' : ratio.toFixed(2);
  const goal = target ? `target ${target.text}: ${target.isMet ? 'met' : 'missed'}` : '';
  const columns = [
    name.padEnd(36),
    `ours ${ours}`.padEnd(34),
    `anchor ${anchor}`.padEnd(36),
    `ratio ${relation}`.padEnd(13),
    goal,
  ];
  return columns.join(' ').trimEnd();
}

/** A target for a ratio of throughputs. */
export function atLeast(ratio: number, least: number): NonNullable<Figure['target']> {
  return { text: `≥ ${least.toFixed(1)}`, isMet: ratio >= least };
}

/** A target for a time in milliseconds. */
export function within(milliseconds: number, most: number): NonNullable<Figure['target']> {
  const text = most >= 1000 ? `≤ ${most / 1000} s` : `≤ ${most} ms`;
  return { text, isMet: milliseconds <= most };
}

/** Requests per second, for reading. */
export function perSecond(rate: number): string {
  return `${rate.toFixed(0)}/s`;
}

/** A time, for reading. */
export function milliseconds(time: number): string {
  return time >= 1000 ? `${(time / 1000).toFixed(2)} s` : `${time.toFixed(1)} ms`;
}
