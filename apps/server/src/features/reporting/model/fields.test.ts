import * as fc from 'fast-check';
import { Client } from 'pg';
import { testDatabase } from '@stint/postgres/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrationsFolder } from '../../../location.ts';

let client: Client;
let close: () => Promise<void>;
beforeAll(async () => {
  const database = await testDatabase(migrationsFolder);
  client = new Client({ connectionString: database.connectionString });
  await client.connect();
  close = async () => {
    await client.end();
    await database.drop();
  };
});
afterAll(() => close());

type Reader = 'field_text' | 'field_number' | 'field_integer' | 'field_flag' | 'field_instant';

/** What a reader makes of a value; instants as ISO 8601. */
async function read(reader: Reader, value: unknown): Promise<unknown> {
  const { rows } = await client.query<{ value: unknown }>(
    `select to_jsonb(${reader}(jsonb_build_object('A.B', $1::jsonb), 'A.B')) as value`,
    [JSON.stringify(value)],
  );
  const found = rows[0]?.value;
  return reader === 'field_instant' && typeof found === 'string' ? new Date(found).toISOString() : found;
}

const person = { displayName: 'Cleo Winter', uniqueName: 'cleo@demo.local', id: 'x' };

describe('a field of a work item', () => {
  test.each<[Reader, unknown, unknown]>([
    ['field_text', 'plain', 'plain'],
    ['field_text', 7, '7'],
    ['field_text', person, 'Cleo Winter <cleo@demo.local>'],
    ['field_text', { displayName: 'Nobody' }, 'Nobody'],
    ['field_number', 2.5, 2.5],
    ['field_number', ' 13 ', 13],
    ['field_number', '1e3', 1000],
    ['field_number', 'about 5', null],
    ['field_number', true, null],
    ['field_number', '1e999', null],
    ['field_number', '9'.repeat(400), null],
    ['field_integer', 3, 3],
    ['field_integer', 2.6, 3],
    ['field_integer', 3_000_000_000, null],
    ['field_integer', '', null],
    ['field_flag', true, true],
    ['field_flag', 'No', false],
    ['field_flag', 'perhaps', null],
    ['field_instant', '2026-03-02T09:12:00.5Z', '2026-03-02T09:12:00.500Z'],
    ['field_instant', '2026-03-02T09:12:00+05:30', '2026-03-02T03:42:00.000Z'],
    ['field_instant', '2026-03-02', '2026-03-02T00:00:00.000Z'],
    ['field_instant', '2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['field_instant', '2026-02-29', null],
    ['field_instant', '0000-01-01', null],
    ['field_instant', 'tomorrow', null],
    ['field_instant', 5, null],
  ])('read by %s: %j is %j', async (reader, value, expected) => {
    expect(await read(reader, value)).toEqual(expected);
  });

  test.each<Reader>(['field_text', 'field_number', 'field_integer', 'field_flag', 'field_instant'])(
    'never makes %s fail',
    async (reader) => {
      const dateLike = fc.stringMatching(
        /^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+][0-9]{2}:[0-9]{2})?$/,
      );
      const numberLike = fc.stringMatching(/^[-+]?[0-9.]{1,5}(e[-+]?[0-9]{1,4})?$/);
      const value = fc.oneof(fc.jsonValue(), dateLike, numberLike, fc.double());
      await fc.assert(
        fc.asyncProperty(value, async (given) => {
          fc.pre(!JSON.stringify(given).includes('\\u0000') && !/\\ud[89a-f]/i.test(JSON.stringify(given)));
          await read(reader, given);
        }),
        { numRuns: 200 },
      );
    },
  );
});
