import type { WallDate } from '@stint/domain';
import type { Formats } from '@stint/ui';
import { granularityOf } from '../data/date-buckets.ts';
import type { ChartData } from './chart-data.ts';

/** How a chart writes its values and the names along its axis. */
export interface ChartWords {
  readonly value: (value: number) => string;
  readonly category: (name: string) => string;
}

/** The words of a chart by the formats in force; days are written as its granularity asks. */
export function wordsOf(
  { unit, isByDate }: ChartData,
  formats: Formats,
  { granularity, noName }: { readonly granularity: string | undefined; readonly noName: string },
): ChartWords {
  const kind = granularityOf(granularity);
  return {
    value: (value) => (unit === 'duration' ? formats.length(value) : formats.number(value, 2)),
    category: (name) => {
      if (name === '') return noName;
      if (!isByDate || !/^\d{4}-\d\d-\d\d/.test(name)) return name;
      const day = name.slice(0, 10) as WallDate;
      if (kind === 'year') return day.slice(0, 4);
      return kind === 'month' ? formats.month(day) : formats.day(day);
    },
  };
}
