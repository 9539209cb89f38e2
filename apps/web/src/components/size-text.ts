import type { Formats } from '@stint/ui';

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** A number of bytes to look at: `3.2 MB`, in steps of 1000. */
export function sizeText(bytes: number, { number }: Pick<Formats, 'number'>): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return `${number(bytes / 1000 ** step, step === 0 ? 0 : 1)} ${UNITS[step]}`;
}
