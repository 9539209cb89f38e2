const WITH_SIGN = /^(\d{1,2})(?:[:.h](?:([0-5]\d)(?:[:.]([0-5]\d))?)?)?\s*(?:([ap])\.?\s?m?\.?)?$/i;
const DIGITS_ONLY = /^(\d{1,2})([0-5]\d)()\s*(?:([ap])\.?\s?m?\.?)?$/i;
const DAY_MINUTES = 24 * 60;

/** A time of day, `HH:MM` or `HH:MM:SS`, in any form people type: `9`, `930`, `9:30`, `9.30`, `9h30`, `9:30 pm`; null for anything else. */
export function readTimeOfDay(text: string): string | null {
  const typed = text.trim();
  const [, hour, minute = '00', second, half] = WITH_SIGN.exec(typed) ?? DIGITS_ONLY.exec(typed) ?? [];
  if (hour === undefined) return null;
  const hours = half === undefined ? Number(hour) : hoursOfHalf(Number(hour), half.toLowerCase() === 'p');
  if (hours === null || hours > 23) return null;
  const short = `${String(hours).padStart(2, '0')}:${minute}`;
  return second === undefined || second === '' || second === '00' ? short : `${short}:${second}`;
}

/** The time of day some minutes later, or earlier for a negative number, around the clock; seconds are cut off. */
export function laterTimeOfDay(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = (((hour * 60 + minute + minutes) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function hoursOfHalf(hour: number, isAfternoon: boolean): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}
