import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ShopDatabase, shopDatabase } from '../testing/shop-database.ts';
import { valueIn } from './testing/bound.ts';
import { type Columns, evaluate } from './testing/table.ts';

let shop: ShopDatabase;
let client: Client;
beforeAll(async () => {
  shop = await shopDatabase();
  ({ client } = shop);
  // A session with clock changes must not matter.
  await client.query(`set timezone to 'Europe/Berlin'`);
});
afterAll(() => shop.close());

const moments = fc.date({
  min: new Date('1600-01-01T00:00:00Z'),
  max: new Date('2400-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const seconds = fc.integer({ min: -400 * 86_400, max: 400 * 86_400 });
const DAY = 86_400_000;

/** Values of an expression for each row. */
async function valuesOf(
  columns: Columns,
  rows: readonly (readonly string[])[],
  expression: string,
): Promise<unknown[]> {
  return (await evaluate(client, columns, rows, expression)).map(({ value }) => value);
}

describe('parts of points in time', () => {
  const parts: Readonly<Record<string, (date: Date) => number | string>> = {
    year: (date) => date.getUTCFullYear(),
    month: (date) => date.getUTCMonth() + 1,
    day: (date) => date.getUTCDate(),
    hour: (date) => date.getUTCHours(),
    minute: (date) => date.getUTCMinutes(),
    second: (date) => date.getUTCSeconds(),
  };

  test.each(Object.entries(parts))(
    '%s is that of UTC, and of an independent computation',
    async (name, part) => {
      await fc.assert(
        fc.asyncProperty(fc.array(moments, { minLength: 1, maxLength: 20 }), async (dates) => {
          const rows = dates.map((date) => [date.toISOString()]);
          expect(await valuesOf({ T: 'Edm.DateTimeOffset' }, rows, `${name}(T)`)).toEqual(dates.map(part));
        }),
        { numRuns: 15 },
      );
    },
  );

  test('fractions, date and time are those of the text', async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (date) => {
        const text = date.toISOString();
        const row = [[text]];
        const columns = { T: 'Edm.DateTimeOffset' } as const;
        const [fraction] = await valuesOf(columns, row, 'fractionalseconds(T)');
        expect(Number(fraction)).toBe(date.getUTCMilliseconds() / 1000);
        expect(await valuesOf(columns, row, 'cast(date(T),Edm.String)')).toEqual([text.slice(0, 10)]);
        const [time] = await valuesOf(columns, row, 'cast(time(T),Edm.String)');
        expect(Number(String(time).slice(6))).toBe(Number(text.slice(17, -1)));
        expect(String(time).slice(0, 5)).toBe(text.slice(11, 16));
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['hour(2024-07-01T23:59:59Z)', 23],
    ['minute(10:20:30)', 20],
    ['second(10:20:30.999)', 30],
    ['fractionalseconds(10:20:30.25)', '0.250000'],
    ['year(2024-01-31)', 2024],
    ['month(2024-01-31)', 1],
    ['year(-0044-03-15)', -45],
    ['totaloffsetminutes(2024-01-31T00:00:00Z)', 0],
    ["totalseconds(duration'P1DT1.5S')", '86401.500000'],
    ['mindatetime() lt maxdatetime()', true],
    ['now() eq 2024-05-06T07:08:09.01Z', true],
    ['cast(2024-01-31T10:00:00.5+02:00,Edm.String)', '2024-01-31T08:00:00.5Z'],
    ['cast(2024-01-31,Edm.DateTimeOffset) eq 2024-01-31T00:00:00Z', true],
    ["cast('2024-02-29',Edm.Date) eq 2024-02-29", true],
    ["cast('2023-02-29',Edm.Date)", null],
    ["cast('2024-13-01',Edm.Date)", null],
    ["cast('2024-04-31T00:00:00Z',Edm.DateTimeOffset)", null],
    ["cast('2024-04-30T10:00:00+02:00',Edm.DateTimeOffset) eq 2024-04-30T08:00:00Z", true],
    ["cast('2024-04-30T10:00:00',Edm.DateTimeOffset) eq 2024-04-30T10:00:00Z", true],
    ["cast('25:00',Edm.TimeOfDay)", null],
    ["cast('10:20:30',Edm.TimeOfDay) eq 10:20:30", true],
    ["cast('-P1DT2H',Edm.Duration) eq duration'-PT26H'", true],
    ["cast('1 day',Edm.Duration)", null],
    ["cast(duration'-P1DT2H3M4.5S',Edm.String)", '-P1DT2H3M4.5S'],
    ["cast(duration'PT0S',Edm.String)", 'PT0S'],
    ["cast(duration'PT24H',Edm.String)", 'P1D'],
  ])('%s is %s', async (expression, expected) => {
    expect(await valueIn(client, expression)).toBe(expected);
  });
});

describe('arithmetic', () => {
  const stored = { T: 'Edm.DateTimeOffset', D: 'Edm.Duration' } as const;

  test('a point in time moves by seconds, whatever the clock of the session does', async () => {
    await fc.assert(
      fc.asyncProperty(moments, seconds, async (date, by) => {
        const rows = [
          [date.toISOString(), `${by} seconds`],
          [date.toISOString(), `${Math.trunc(by / 86_400)} days ${by % 86_400} seconds`],
        ];
        const later = new Date(date.getTime() + by * 1000);
        const earlier = new Date(date.getTime() - by * 1000);
        expect(await valuesOf(stored, rows, 'T add D')).toEqual([later, later]);
        expect(await valuesOf(stored, rows, 'D add T')).toEqual([later, later]);
        expect(await valuesOf(stored, rows, 'T sub D')).toEqual([earlier, earlier]);
      }),
      { numRuns: 30, examples: [[new Date('2024-03-30T12:00:00Z'), 86_400]] },
    );
  });

  test('the difference of two points in time, and of two dates, is their distance', async () => {
    await fc.assert(
      fc.asyncProperty(moments, moments, async (one, other) => {
        const columns = { A: 'Edm.DateTimeOffset', B: 'Edm.DateTimeOffset' } as const;
        const [distance] = await valuesOf(
          columns,
          [[one.toISOString(), other.toISOString()]],
          'totalseconds(A sub B)',
        );
        expect(Number(distance)).toBeCloseTo((one.getTime() - other.getTime()) / 1000, 3);
        const days = [one, other].map((date) => date.toISOString().slice(0, 10));
        const between = Date.parse(`${days[0]}T00:00:00Z`) - Date.parse(`${days[1]}T00:00:00Z`);
        const [found] = await valuesOf(
          { A: 'Edm.Date', B: 'Edm.Date' },
          [days],
          'totalseconds(A sub B) div 86400',
        );
        expect(Number(found)).toBe(between / DAY);
      }),
      { numRuns: 30 },
    );
  });

  test('durations add, subtract, scale and negate by their seconds', async () => {
    await fc.assert(
      fc.asyncProperty(seconds, seconds, fc.integer({ min: -20, max: 20 }), async (a, b, n) => {
        const columns = { A: 'Edm.Duration', B: 'Edm.Duration', N: 'Edm.Int32' } as const;
        const row = [[`${a} seconds`, `${b} seconds`, String(n)]];
        const of = async (expression: string) =>
          Number((await valuesOf(columns, row, `totalseconds(${expression})`))[0]);
        expect(await of('A add B')).toBe(a + b);
        expect(await of('A sub B')).toBe(a - b);
        expect(await of('A mul N')).toBe(a * n === 0 ? 0 : a * n);
        expect(await of('-A')).toBe(a === 0 ? 0 : -a);
        if (n !== 0) expect(await of('A div N')).toBeCloseTo(a / n, 5);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ["2024-01-31 add duration'PT23H59M' eq 2024-01-31", true],
    ["2024-01-31 sub duration'PT1S' eq 2024-01-30", true],
    ["2024-02-28 add duration'P2D' eq 2024-03-01", true],
    ["duration'PT24H' eq duration'P1D'", true],
    ["duration'PT1H' gt duration'PT59M59.999S'", true],
    ["duration'PT1H' mul 1.5 eq duration'PT90M'", true],
    ["2024-03-01T00:00:00Z sub 2024-02-01T00:00:00Z eq duration'P29D'", true],
    ['2024-03-01 lt 2024-03-01T00:00:01Z', true],
  ])('%s is %s', async (expression, expected) => {
    expect(await valueIn(client, expression)).toBe(expected);
  });
});

describe('literals', () => {
  test('a point in time with any offset is the instant that JavaScript reads', async () => {
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
    await fc.assert(
      fc.asyncProperty(moments, offsets, async (date, minutes) => {
        const wall = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const [hour, minute] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        const two = (number: number) => String(number).padStart(2, '0');
        const literal = `${wall}${minutes < 0 ? '-' : '+'}${two(hour)}:${two(minute)}`;
        expect(await valueIn(client, literal)).toEqual(date);
      }),
      { numRuns: 40 },
    );
  });

  test('a duration is its seconds', async () => {
    const part = fc.nat({ max: 999 });
    await fc.assert(
      fc.asyncProperty(
        part,
        part,
        part,
        part,
        fc.boolean(),
        async (days, hours, minutes, rest, isNegative) => {
          const literal = `duration'${isNegative ? '-' : ''}P${days}DT${hours}H${minutes}M${rest}S'`;
          const total = days * 86_400 + hours * 3600 + minutes * 60 + rest;
          const found = Number(await valueIn(client, `totalseconds(${literal})`));
          expect(found).toBe(isNegative && total > 0 ? -total : total);
        },
      ),
      { numRuns: 30 },
    );
  });
});
