import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtureMigrations } from '../testing/fixtures/folder.ts';
import { query } from '../testing/fixtures/query.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { exportRows } from './export.ts';
import { TransferError } from './format.ts';
import { importRows } from './import.ts';
import { exportedSchemaVersion } from './lines.ts';
import type { Part } from './part.ts';

let source: TestDatabase;
let target: TestDatabase;

beforeEach(async () => {
  [source, target] = await Promise.all([testDatabase(fixtureMigrations), testDatabase(fixtureMigrations)]);
  await query(
    source.config,
    `with o as (insert into organization values ('a'), ('ü"\\,{}')), parents as (
       -- Rows whose parent comes later, also in a later batch.
       insert into note (organization_id, note_id, parent_id, body)
       select 'a', n, nullif(n + 1, 3001), 'note ' || n from generate_series(1, 3000) n)
     insert into odd_value (amount, ratio, content, tags, document, day, at, span, flag) values
       (12345678901234.567890, 'NaN', '\\x00ff5c', '{a,NULL,"q\\"\\\\,{}",""}', '{"n": 12345678901234567890.10, "t": null}', 'infinity', '2026-03-29 02:30:00.000001', '-1 year 2 days 03:04:05.5', true),
       ('NaN', 0.1, '', '{}', 'null', '0044-03-15 BC', '-infinity', '0', false),
       (null, '-Infinity', null, null, null, null, null, null, null),
       (-0.000001, 1e-320, '\\x0a', '{{a,b},{c,d}}', '"\\ud83d\\udd51\\n"', '9999-12-31', '10000-01-01', '1 mon', true)`,
  );
});

afterEach(() => Promise.all([source.drop(), target.drop()]));

async function collect(from: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of from) all.push(line);
  return all;
}

async function lines(database: TestDatabase, batch?: number): Promise<string[]> {
  return collect(exportRows(database.config, batch === undefined ? {} : { batch }));
}

describe('export and import of rows', () => {
  it('give an equal database, and the same export again', async () => {
    const exported = await lines(source);
    expect(await importRows(target.config, exported)).toEqual({ rows: 3006 });
    expect(await lines(target, 7)).toEqual(exported);
    expect(await query(target.config, 'select sum(length)::int as sum from note')).toEqual(
      await query(source.config, 'select sum(length)::int as sum from note'),
    );
  });

  it('go on with the next number of an identity column', async () => {
    await importRows(target.config, exportRows(source.config));
    expect(
      await query(target.config, 'insert into odd_value default values returning odd_value_id::int as id'),
    ).toEqual([{ id: 5 }]);
  });

  it('put the rules of the tables back', async () => {
    await importRows(target.config, exportRows(source.config));
    const orphan = query(
      target.config,
      `insert into note (organization_id, note_id, parent_id) values ('a', 9000, 8999)`,
    );
    await expect(orphan).rejects.toThrow(/foreign key/);
    const rules = `select tgname, tgenabled, tgdeferrable from pg_trigger where not tgisinternal union all select conname, contype::"char", condeferrable from pg_constraint where contype = 'f' order by 1`;
    expect(await query(target.config, rules)).toEqual(await query(source.config, rules));
  });

  it('write nothing of an export that is cut, broken or of another schema', async () => {
    const exported = await lines(source);
    const header = exported[0] ?? '';
    const cases: readonly (readonly [string[], RegExp])[] = [
      [exported.slice(0, -1), /its last part is missing/],
      [exported.toSpliced(40, 1), /holds 3005 rows, its end says 3006/],
      [exported.with(40, '["a"'), /Line 41 is not part of an export/],
      [exported.with(40, '["a"]'), /Line 41 does not have its table's columns/],
      [
        exported.with(0, header.replace('"schemaVersion":2', '"schemaVersion":9')),
        /schema version 9, this database has version 2/,
      ],
      [exported.slice(1), /Line 1 does not belong there/],
      [exported.filter((line) => line !== '["a"]'), /foreign key|holds 3005/],
    ];
    for (const [broken, reason] of cases)
      await expect(importRows(target.config, broken)).rejects.toThrow(reason);
    expect(await query(target.config, 'select count(*)::int as n from note')).toEqual([{ n: 0 }]);
  });

  it('tell the schema they are of by their first line', async () => {
    const [first = '', second = ''] = await lines(source);
    expect(exportedSchemaVersion(first)).toBe(2);
    expect(() => exportedSchemaVersion(second)).toThrow(TransferError);
    expect(() => exportedSchemaVersion('PK')).toThrow('Line 1 is not part of an export of rows.');
  });

  it('refuse a database that is not empty', async () => {
    await query(target.config, `insert into organization values ('z')`);
    await expect(importRows(target.config, exportRows(source.config))).rejects.toThrow(
      'Table "organization" is not empty',
    );
  });

  describe('of one organization', () => {
    const partOf = (organization: string): Part => ({
      rows: (table) =>
        table === 'odd_value'
          ? null
          : { column: 'organization_id', value: organization, without: ['written_at'] },
    });
    const exportA = () =>
      collect(exportRows(source.config, { part: { ...partOf('a'), label: { id: 'a' } } }));
    const importPart = (from: string[]) =>
      importRows(target.config, from, { part: ({ id = '' }) => partOf(id) });

    beforeEach(async () => {
      await query(source.config, `insert into note (organization_id, note_id) values ('ü"\\,{}', 1)`);
      await query(target.config, `insert into organization values ('z')`);
      await query(target.config, `insert into note (organization_id, note_id) values ('z', 1)`);
    });

    it('come beside others and give the same export again', async () => {
      const exported = await exportA();
      expect(await importPart(exported)).toEqual({ rows: 3001 });
      const again = exportRows(target.config, { part: { ...partOf('a'), label: { id: 'a' } } });
      expect(await collect(again)).toEqual(exported);
      expect(
        await query(
          target.config,
          'select organization_id as id, count(*)::int as n from note group by 1 order by 1',
        ),
      ).toEqual([
        { id: 'a', n: 3000 },
        { id: 'z', n: 1 },
      ]);
    });

    it('are refused when they are there already, name others, or are no part', async () => {
      const exported = await exportA();
      const whole = await lines(source);
      const cases: readonly (readonly [string[], RegExp])[] = [
        [exported.map((line) => line.replace(',"a",', ',"z",')), /belongs to others/],
        [exported.with(1, '{"table":"odd_value","columns":[]}'), /"odd_value" is no table of a part/],
        [exported.with(1, '{"sequence":"s","value":"1","called":true}'), /a part has no numbers/],
        [exported.with(0, (exported[0] ?? '').replace('"id":"a"', '"id":7')), /Line 1 is not part/],
        [whole, /of a whole database/],
      ];
      for (const [broken, reason] of cases) await expect(importPart(broken)).rejects.toThrow(reason);
      await expect(importRows(target.config, exported)).rejects.toThrow(/one organization/);
      await importPart(exported);
      await expect(importPart(exported)).rejects.toThrow(/holds rows of a already/);
    });

    it('are written with the values that are set anew', async () => {
      const part = {
        rows: (table: string) => ({ ...partOf('a').rows(table), column: 'organization_id', value: 'a' }),
      };
      const written = (table: string) =>
        table === 'note' ? { ...part.rows(table), set: { body: 'other' } } : part.rows(table);
      await importRows(target.config, await exportA(), { part: () => ({ rows: written }) });
      expect(
        await query(target.config, `select distinct body from note where organization_id = 'a'`),
      ).toEqual([{ body: 'other' }]);
    });
  });

  it('take only the tables asked for', async () => {
    const some = await collect(exportRows(source.config, { tables: ['organization'] }));
    expect(some).toHaveLength(5);
    await expect(collect(exportRows(source.config, { tables: ['nothing'] }))).rejects.toThrow(
      'There is no table "nothing"',
    );
  });
});
