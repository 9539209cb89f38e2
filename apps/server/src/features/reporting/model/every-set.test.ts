import { parameter, type Property, type StructuredType } from '@stint/odata';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../testing/select.ts';
import { setOf } from '../testing/sets.ts';
import { useDemo } from '../testing/use-demo.ts';
import type { ReportingContext } from './context.ts';
import { reportingModel } from './model.ts';

const demo = useDemo();

const javaScriptTypes: Record<string, string> = {
  'Edm.Boolean': 'boolean',
  'Edm.Date': 'string',
  'Edm.DateTimeOffset': 'string',
  'Edm.Double': 'number',
  'Edm.Guid': 'string',
  'Edm.Int32': 'number',
  'Edm.String': 'string',
};

interface Expected {
  path: string;
  nullable: boolean;
  type: string;
}

/** Every value of a type, within complex ones too. */
function valuesOf({ properties }: StructuredType<ReportingContext>, path = '', within = false): Expected[] {
  return Object.entries(properties).flatMap(([name, property]) =>
    property.kind === 'complex'
      ? valuesOf(property.type, `${path}${name}/`, within || (property.nullable && property.join !== null))
      : [{ path: `${path}${name}`, nullable: within || property.nullable, type: typeOf(property) }],
  );
}

function typeOf({ type }: Property<ReportingContext>): string {
  return (type.kind === 'primitive' && javaScriptTypes[type.name]) || 'number';
}

describe('every set', () => {
  const cases = Object.keys(reportingModel.sets).flatMap((set) =>
    ['admin', 'bob', 'cleo'].map((account) => [set, account] as const),
  );

  test.each(cases)('%s has all its values as it says for %s', async (name, account) => {
    const set = setOf(name);
    const rows = await rowsOf(demo.db, set, demo.contextOf(account));
    if (account === 'admin') expect(rows.length).toBeGreaterThan(4);
    const faults = valuesOf(set.type).filter(({ path, nullable, type }) =>
      rows.some((row) => {
        const value = row[path];
        return value === undefined || (value === null ? !nullable : typeof value !== type);
      }),
    );
    expect(faults).toEqual([]);
  });

  test('tells its rows apart by the key', async () => {
    for (const set of Object.values(reportingModel.sets)) {
      const [key = ''] = set.type.key;
      const rows = await rowsOf(demo.db, set, demo.contextOf('admin'), { select: [key] });
      expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length);
    }
  });

  test('shows nothing of another organization, even when the connection could', async () => {
    for (const set of Object.values(reportingModel.sets)) {
      const organization = parameter('00000000-0000-7000-8000-000000000000', 'uuid');
      const foreign = { ...demo.contextOf('admin'), organization };
      expect(await rowsOf(demo.db, set, foreign, { select: [...set.type.key] })).toEqual([]);
    }
  });
});
