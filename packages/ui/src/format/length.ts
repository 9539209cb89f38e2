import { formatDuration, type Seconds } from '@stint/domain';

/** A length in seconds as `H:MM`, rounded up to the minute: `4:32`. */
export function formatLength(lengthSeconds: number): string {
  return withoutLeadingZero(formatDuration(lengthSeconds as Seconds, 'HH:MM'));
}

/** A length in seconds as `H:MM:SS`: `0:47:12`. */
export function formatClock(lengthSeconds: number): string {
  return withoutLeadingZero(formatDuration(lengthSeconds as Seconds, 'HH:MM:SS'));
}

/** A length in seconds as hours with at most two decimals: `1.5 h`. */
export function formatHours(lengthSeconds: number): string {
  return `${Number(formatDuration(lengthSeconds as Seconds, '0.00'))} h`;
}

function withoutLeadingZero(text: string): string {
  return text.replace(/^(-?)0(?=\d:)/, '$1');
}
