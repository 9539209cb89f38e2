import type { Formats } from '@stint/ui';

/** A length that may be below 0, with a minus sign then. */
export function signedLength(lengthSeconds: number, { length }: Pick<Formats, 'length'>): string {
  return lengthSeconds < 0 ? `−${length(-lengthSeconds)}` : length(lengthSeconds);
}
