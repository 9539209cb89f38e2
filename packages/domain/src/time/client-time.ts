import { type Instant, instant, type WallTime } from '../brands.ts';
import { isDay, wallOfEpoch } from './wall.ts';

/** What a client meant: a clock on the wall, a point in time, or nothing that we can read. */
export type ClientTime =
  | { readonly kind: 'wall'; readonly wall: WallTime }
  | { readonly kind: 'instant'; readonly instant: Instant }
  | { readonly kind: 'error'; readonly reason: string };

/** Named groups of the ISO form. A blank before an offset is a plus sign that form decoding took (api.md 1). */
const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[Tt ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,7}))?)?(?<zone>[Zz]|(?<sign>[+\- ])(?<offsetHours>\d\d)(?::?(?<offsetMinutes>\d\d))?)?)?$/;
/** The form of `toLocaleString('en-US')`: month first; newer engines write a narrow no-break space before AM. */
const EN_US =
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?:,?\s+(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?\s*(?<half>[AaPp])\.?[Mm]\.?)?$/;
const LARGEST_OFFSET_MINUTES = 14 * 60;
/** Instants within these bounds have a wall time from 1900 to 9999 in every zone. */
const EARLIEST_INSTANT = Date.UTC(1900, 0, 2);
const LATEST_INSTANT = Date.UTC(9999, 11, 31);

type Groups = Record<string, string | undefined>;

/**
 * Reads a time in any form that clients send (api.md 3.3): `2026-03-02`; `2026-03-02T10:28:00` with up to seven fraction digits,
 * alone (a wall time) or with `Z` or an offset (an instant); `5/29/2021, 10:12:00 AM` (a wall time). Days must exist, years are 1900
 * to 9999, digits below the millisecond are cut off.
 */
export function readClientTime(text: string): ClientTime {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed)?.groups;
  if (iso) return readIso(iso);
  const american = EN_US.exec(trimmed)?.groups;
  if (american) return readAmerican(american);
  return refuse(
    `"${trimmed.slice(0, 40)}" is not a time; write 2026-03-02T10:28:00, with Z or an offset if it is an instant`,
  );
}

function readIso(groups: Groups): ClientTime {
  const epoch = epochOf(groups, Number(groups.hour ?? 0));
  if (typeof epoch === 'string') return refuse(epoch);
  if (groups.zone === undefined) return { kind: 'wall', wall: wallOfEpoch(epoch) };
  const offset = Number(groups.offsetHours ?? 0) * 60 + Number(groups.offsetMinutes ?? 0);
  if (offset > LARGEST_OFFSET_MINUTES || Number(groups.offsetMinutes ?? 0) > 59) {
    return refuse('the offset must be between -14:00 and +14:00');
  }
  const east = groups.sign === '-' ? -offset : offset;
  const utc = epoch - east * 60_000;
  if (utc < EARLIEST_INSTANT || utc > LATEST_INSTANT)
    return refuse('the year must be between 1900 and 9999 in every zone');
  return { kind: 'instant', instant: instant(utc) };
}

function readAmerican(groups: Groups): ClientTime {
  const written = Number(groups.hour ?? 12);
  if (written < 1 || written > 12) return refuse('the hour must be between 1 and 12 before AM or PM');
  const epoch = epochOf(groups, (written % 12) + (/p/i.test(groups.half ?? '') ? 12 : 0));
  return typeof epoch === 'string' ? refuse(epoch) : { kind: 'wall', wall: wallOfEpoch(epoch) };
}

/** The fields as milliseconds on their own clock, or the reason why there is no such time. */
function epochOf(groups: Groups, hour: number): number | string {
  const [year, month, day] = [Number(groups.year), Number(groups.month), Number(groups.day)];
  if (year < 1900) return `the year must be between 1900 and 9999, not ${groups.year}`;
  if (!isDay(year, month, day))
    return `there is no day ${groups.day} in month ${groups.month} of ${groups.year}`;
  const [minute, second] = [Number(groups.minute ?? 0), Number(groups.second ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return 'the time of day must be between 00:00:00 and 23:59:59';
  const milliseconds = Number((groups.fraction ?? '').slice(0, 3).padEnd(3, '0'));
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
}

function refuse(reason: string): ClientTime {
  return { kind: 'error', reason };
}
