import type { EnumType, Property, StructuredType } from '@stint/odata';
import { describe, expect, test } from 'vitest';
import published from '../testing/reporting-entities.json' with { type: 'json' };
import type { ReportingContext } from './context.ts';
import { reportingModel } from './model.ts';

type Type = StructuredType<ReportingContext>;

/** What we serve beyond the published entities: reporting.md asks for it. */
const ours: Record<string, Record<string, string>> = {
  ReportingWorkItemFlat: {
    TrackedTotal: 'Int32!',
    TrackedTotalBillable: 'Int32!',
    Parent: '-> ReportingWorkItemParent',
    Root: '-> ReportingWorkItemParent',
    AllWorklogs: '-> Collection(ReportingWorkLog)',
  },
  ReportingWorkItemHierarchy: { Root: '-> ReportingWorkItemParent' },
};

const shortName = (name: string) => name.slice(name.lastIndexOf('.') + 1);

/** The members of a type as the published file writes them. */
function membersOf({ properties, navigation }: Type): Record<string, string> {
  const values = Object.entries(properties).map(([name, property]) => [name, spelled(property)]);
  const links = Object.entries(navigation).map(([name, { target, isCollection, nullable, isContained }]) => {
    const type = shortName(target().name);
    const required = nullable || isCollection ? '' : '!';
    return [
      name,
      `-> ${isCollection ? `Collection(${type})` : type}${required}${isContained ? ' contained' : ''}`,
    ];
  });
  return Object.fromEntries([...values, ...links]);
}

function spelled({ type, nullable }: Property<ReportingContext>): string {
  return `${shortName(type.name)}${nullable ? '' : '!'}`;
}

const typesByName = new Map(
  [...reportingModel.complexTypes, ...reportingModel.entityTypes].map((type) => [type.name, type]),
);
const typeOf = (name: string) => {
  const type = typesByName.get(`${published.namespaces.models}.${name}`);
  if (!type) throw new Error(`no type ${name}`);
  return type;
};

describe('the reporting model', () => {
  test.each(Object.entries({ ...published.complex, ...published.entities }))(
    'has %s with the published properties, types and nullability',
    (name, { properties }) => {
      expect(membersOf(typeOf(name))).toEqual({ ...properties, ...ours[name] });
    },
  );

  test.each(Object.entries(published.entities))('tells %s apart by the published key', (name, { key }) => {
    expect(typeOf(name)).toMatchObject({ kind: 'entity', key });
  });

  test.each(Object.entries(published.sets))('has the set %s of %s', (set, described) => {
    const [name = '', , withDeleted] = described.split(' ');
    const type = reportingModel.sets[set]?.type;
    if (withDeleted === undefined) expect(type).toBe(typeOf(name));
    else expect(type && membersOf(type)).toEqual({ ...membersOf(typeOf(name)), IsDeleted: 'Boolean!' });
  });

  test('has the published enumeration, namespaces and container', () => {
    const { enums, namespace, container } = reportingModel;
    const [first] = enums as readonly [EnumType];
    expect(first.members).toEqual(published.enum.BudgetAssignmentType);
    expect(first.name).toBe(`${published.namespaces.enums}.BudgetAssignmentType`);
    expect({ namespace, container }).toEqual({
      namespace: published.namespaces.models,
      container: published.namespaces.container,
    });
  });

  test('names every type and every set that it uses', () => {
    const sets = new Set(Object.keys(reportingModel.sets));
    for (const type of typesByName.values()) {
      for (const property of Object.values(type.properties)) {
        if (property.kind === 'complex') expect(typesByName.get(property.type.name)).toBe(property.type);
      }
      for (const { target, set } of Object.values(type.navigation)) {
        expect(typesByName.get(target().name)).toBe(target());
        if (set !== null) expect(sets).toContain(set);
      }
    }
  });

  test('pages worklogs by 1000 and what belongs to work items by 100', () => {
    const { sets } = reportingModel;
    const pages = Object.fromEntries(Object.keys(published.sets).map((set) => [set, sets[set]?.pageSize]));
    expect(pages).toEqual({
      workLogsOnly: 1000,
      workLogsWorkItems: 1000,
      workLogsOnlyWithDeleted: 1000,
      workLogsWorkItemsWithDeleted: 1000,
      workItems: 100,
      workItemsHierarchy: 100,
      workItemsHierarchyAllLevels: 100,
      budgets: 100,
    });
  });
});
