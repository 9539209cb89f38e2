import type { DurationFormat, RoundingRule, WeekRules } from '@stint/domain';

/** What decides how numbers, dates and lengths are written for a person (product.md, Settings). */
export interface FormatSettings {
  /** BCP 47, e.g. `de-CH`. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly durationFormat: DurationFormat;
  readonly weekRules: WeekRules;
  /** How shown lengths are rounded; null shows them as they are. */
  readonly rounding: RoundingRule | null;
}
