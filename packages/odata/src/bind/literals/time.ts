import type { Storage } from '../../model/members.ts';
import { fault } from '../faults.ts';

/** Years that PostgreSQL's dates and times hold. */
const [FIRST_YEAR, LAST_YEAR] = [-4712, 294_275];

interface Moment {
  /** Of the whole minute before it, in milliseconds since 1970 UTC. */
  readonly minute: number;
  /** With its fraction, as it was written. */
  readonly seconds: string;
}

const DATE = /^(-?\d+)-(\d\d)-(\d\d)$/;
const DATE_TIME = /^(-?\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i;

/** A date for PostgreSQL. Throws ODataError when the calendar has no such day. */
export function dateText(value: string, position: number): string {
  const [, year = '', month = '', day = ''] = DATE.exec(value) ?? [];
  return dayText(midnight(Number(year), Number(month), Number(day), value, position));
}

/** A date as the beginning of its day, UTC, for PostgreSQL. */
export function midnightText(value: string, storage: Storage, position: number): string {
  return instantText(`${value}T00:00:00Z`, storage, position);
}

/** A point in time for PostgreSQL: as an instant, or as the wall time that answers show, UTC. */
export function instantText(value: string, storage: Storage, position: number): string {
  const { minute, seconds } = momentOf(value, position);
  const date = new Date(minute);
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${seconds}`;
  const [day, era] = dayText(date).split(' ');
  return `${day} ${clock}${storage === 'timestamptz' ? '+00' : ''}${era === undefined ? '' : ` ${era}`}`;
}

/** The date when the point in time is its midnight, UTC; else null. */
export function dateOfMidnight(value: string, position: number): string | null {
  const { minute, seconds } = momentOf(value, position);
  return minute % 86_400_000 === 0 && /^00(?:\.0+)?$/.test(seconds) ? dayText(new Date(minute)) : null;
}

/** Whether the point in time is written in UTC, in which answers are. */
export function isUtc(value: string): boolean {
  return /(?:Z|[+-]00:00)$/i.test(value);
}

function momentOf(value: string, position: number): Moment {
  const [, year, month, day, hour, minute, second = '00', fraction = '', offset = 'Z'] =
    DATE_TIME.exec(value) ?? [];
  const start = midnight(Number(year), Number(month), Number(day), value, position).getTime();
  const local = start + (Number(hour) * 60 + Number(minute)) * 60_000;
  return { minute: local - offsetOf(offset), seconds: `${second}${fraction}` };
}

/** In milliseconds. */
function offsetOf(offset: string): number {
  if (/z/i.test(offset)) return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function midnight(year: number, month: number, day: number, value: string, position: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) {
    throw fault('InvalidQuery', `The calendar has no day ${value} (position ${position}).`, position);
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw fault('InvalidQuery', `The year of ${value} is out of range (position ${position}).`, position);
  }
  return date;
}

/** PostgreSQL counts years before the first one as BC, without a year 0. */
function dayText(date: Date): string {
  const year = date.getUTCFullYear();
  const era = year > 0 ? '' : ' BC';
  const count = String(year > 0 ? year : 1 - year).padStart(4, '0');
  return `${count}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}${era}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const DURATION = /^([+-]?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(\.\d+)?S)?)?$/i;

/** Longest duration: what PostgreSQL holds as a time, in seconds (nearly 300,000 years). */
const LONGEST = 9_000_000_000_000n;

/** A duration as seconds for PostgreSQL: its days would follow the clock changes of a time zone. Throws ODataError where it is too long. */
export function durationText(value: string, position: number): string {
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] =
    DURATION.exec(value) ?? [];
  const whole =
    days.length > 20 || hours.length > 20 || minutes.length > 20 || seconds.length > 20
      ? LONGEST
      : BigInt(days) * 86_400n + BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds);
  if (whole >= LONGEST) {
    throw fault('InvalidQuery', `The duration at position ${position} is too long.`, position);
  }
  return `${sign === '-' ? '-' : ''}${whole}${fraction} seconds`;
}
