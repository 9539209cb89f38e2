/** A worklog as the columns show it: properties of `workLogsWorkItems`, those of its parts within them. */
export interface ExplorerRow {
  readonly Id: string;
  /** Seconds. */
  readonly PeriodLength: number;
  readonly [property: string]: unknown;
}

/** What some worklogs add up to. Sums are seconds. */
export interface Sums {
  readonly seconds: number;
  readonly billableSeconds: number;
  readonly count: number;
}

/** The sums of an answer of the reporting service. */
export interface SumsAnswer {
  readonly Seconds: number | null;
  readonly BillableSeconds: number | null;
  readonly Count: number | null;
}

export const NOTHING: Sums = { seconds: 0, billableSeconds: 0, count: 0 };

export function sumsOf(answer: SumsAnswer | undefined): Sums {
  return {
    seconds: answer?.Seconds ?? 0,
    billableSeconds: answer?.BillableSeconds ?? 0,
    count: answer?.Count ?? 0,
  };
}

export function added(a: Sums, b: Sums): Sums {
  return {
    seconds: a.seconds + b.seconds,
    billableSeconds: a.billableSeconds + b.billableSeconds,
    count: a.count + b.count,
  };
}
