const DAY = 86_400_000;
/** Day numbers of spreadsheets count from 1899-12-30. */
const EPOCH = Date.UTC(1899, 11, 30);
/** 1900-03-01: before it spreadsheets count a day that never was. */
const FIRST = 61;

/** The day number of an `Edm.Date` or `Edm.DateTimeOffset` (in UTC), or null where spreadsheets have none. */
export function dayNumber(text: string): number | null {
  const number = (Date.parse(text) - EPOCH) / DAY;
  return number >= FIRST ? number : null;
}

/** The part of a day that an `Edm.TimeOfDay` is. */
export function partOfDay(text: string): number | null {
  const [, hours, minutes, seconds] = /^(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
}

const DURATION = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** An `Edm.Duration`, such as `-P1DT2H`, in days. */
export function durationInDays(text: string): number | null {
  const match = DURATION.exec(text);
  if (match === null) return null;
  const [, sign, days, hours, minutes, seconds] = match;
  const total =
    Number(days ?? 0) +
    (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
  return sign === undefined ? total : -total;
}
