import { addDays, type WallDate } from '@stint/domain';

/** A text as OData writes it. */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The condition of worklogs of some days, both in it; the reporting service compares wall times (reporting.md, Two date traps). */
export function daysCondition(from: WallDate, to: WallDate): string {
  return `Timestamp ge ${from}T00:00:00Z and Timestamp lt ${addDays(to, 1)}T00:00:00Z`;
}
