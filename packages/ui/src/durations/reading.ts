import { parseDuration } from '@stint/domain';
import { formatClock, formatHours, formatLength } from '../format/length.ts';

/** How a typed duration is understood: its seconds and the words that show it, or the reason why not. */
export type Reading =
  | { readonly ok: true; readonly lengthSeconds: number; readonly text: string }
  | { readonly ok: false; readonly text: string };

/** Reads a typed duration for show: `1h30m` is "= 1:30 · 1.5 h"; seconds are shown when there are any. */
export function readingOf(typed: string): Reading {
  const parsed = parseDuration(typed);
  if (!parsed.ok) return { ok: false, text: parsed.reason };
  const lengthSeconds: number = parsed.seconds;
  const clock = lengthSeconds % 60 === 0 ? formatLength(lengthSeconds) : formatClock(lengthSeconds);
  return { ok: true, lengthSeconds, text: `= ${clock} · ${formatHours(lengthSeconds)}` };
}
