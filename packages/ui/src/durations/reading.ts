import { type DurationFault, LONGEST_HOURS, parseDuration } from '@stint/domain';
import type { Formats } from '../format/formats.ts';
import type { UiTexts } from '../texts/ui/texts.ts';

/** How a typed duration is understood: its seconds and the words that show it, or the reason why not. */
export type Reading =
  | { readonly ok: true; readonly lengthSeconds: number; readonly text: string }
  | { readonly ok: false; readonly text: string };

/** Reads a typed duration for show: `1h30m` is "= 1:30 · 1.5 h"; seconds are shown when there are any. */
export function readingOf(
  typed: string,
  formats: Pick<Formats, 'exactLength' | 'hours'>,
  texts: UiTexts,
  longestHours: number = LONGEST_HOURS,
): Reading {
  const parsed = parseDuration(typed, longestHours);
  if (!parsed.ok) return { ok: false, text: reasonOf(parsed.fault, typed.trim(), texts, longestHours) };
  const lengthSeconds: number = parsed.seconds;
  const text = `= ${formats.exactLength(lengthSeconds)} · ${formats.hours(lengthSeconds)}`;
  return { ok: true, lengthSeconds, text };
}

const LONGEST_QUOTE = 40;

function reasonOf(fault: DurationFault, typed: string, texts: UiTexts, longestHours: number): string {
  switch (fault) {
    case 'empty':
      return texts.durationEmpty;
    case 'negative':
      return texts.durationNegative;
    case 'tooLong':
      return texts.durationTooLong({ hours: longestHours });
    case 'unreadable':
      break;
  }
  const quoted = typed.length <= LONGEST_QUOTE ? typed : `${typed.slice(0, LONGEST_QUOTE)}…`;
  return texts.durationUnreadable({ text: quoted });
}
