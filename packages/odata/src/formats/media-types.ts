/** The formats of answers that hold rows. */
export type Format = 'json' | 'csv' | 'xlsx';

export const MEDIA_TYPES: Readonly<Record<Format, string>> = Object.freeze({
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
