import { readWallDate, type WallTime, dayOf } from '@stint/domain';
import type { Formats, Texts } from '@stint/ui';
import type { texts as en } from '../../texts/audit-log/en.ts';

/** What values are written with. */
export interface Writing {
  readonly texts: Pick<Texts<typeof en>, 'yes' | 'no' | 'nothing'>;
  readonly formats: Formats;
  /** Names of people and activity types by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

const LENGTHS = /(^|[a-z])(seconds|length)$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const WALL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/;

/** The value of a field to read: ids become names where they are known, lengths and times are in the person’s formats. */
export function valueText(field: string, value: unknown, writing: Writing): string {
  const { texts, formats, names } = writing;
  if (value === null || value === undefined || value === '') return texts.nothing;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return LENGTHS.test(field) ? formats.exactLength(value) : String(value);
  if (Array.isArray(value))
    return value.map((each) => valueText(field, each, writing)).join(', ') || texts.nothing;
  if (typeof value !== 'string') return JSON.stringify(value);
  const day = readWallDate(value);
  if (day !== null) return formats.day(day, 'weekday');
  if (INSTANT.test(value)) return formats.dateTime(value);
  if (WALL_TIME.test(value)) return wallText(value as WallTime, formats);
  return names.get(value.toLowerCase()) ?? value;
}

function wallText(at: WallTime, formats: Formats): string {
  return `${formats.day(dayOf(at), 'weekday')}, ${formats.time(at)}`;
}
