import { expect, test } from 'vitest';
import { instant } from '../brands.ts';
import { isTimeZone, offsetMinutes, offsetSeconds } from './zones.ts';

const at = (text: string) => instant(Date.parse(text));

test('before 1973 an offset may change within a quarter of an hour, and is read anew', () => {
  // Liberia was the last to leave its own solar time, by a step of 44 minutes and 30 seconds.
  expect(offsetSeconds('Africa/Monrovia', at('1972-01-07T00:44:29Z'))).toBe(-2670);
  expect(offsetSeconds('Africa/Monrovia', at('1972-01-07T00:44:31Z'))).toBe(0);
});

test('the offset kept of one moment is not taken for another', () => {
  const zone = 'Europe/Berlin';
  const offsets = ['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-03-29T00:59:58Z'].map((text) =>
    offsetSeconds(zone, at(text)),
  );
  expect(offsets).toEqual([3600, 7200, 3600]);
  expect([
    offsetSeconds(zone, at('2026-07-01T12:00:00Z')),
    offsetSeconds(zone, at('2026-07-01T12:14:59Z')),
  ]).toEqual([7200, 7200]);
  expect(offsetSeconds('America/New_York', at('2026-07-01T12:14:59Z'))).toBe(-14_400);
});

test('historic offsets with seconds are rounded to minutes', () => {
  expect(offsetMinutes('Africa/Monrovia', at('1972-01-07T00:44:29Z'))).toBe(-44);
});

test('a text that is no zone is answered, not thrown at', () => {
  expect(isTimeZone('Mars/Olympus')).toBe(false);
  expect(() => offsetSeconds('Mars/Olympus', at('2026-03-02T00:00:00Z'))).toThrow(RangeError);
});
