import { describe, expect, test } from 'vitest';
import published from '../testing/reporting-entities.json' with { type: 'json' };
import { useService } from './use-service.ts';

const service = useService();

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

const shortName = (name: string) => name.replace(/^.*\./, '');

/** The attributes of a tag. */
function attributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The members of the types of `$metadata` as the published file writes them. */
function membersOf(xml: string): Record<string, Record<string, string>> {
  const types = xml.matchAll(
    /<(?:EntityType|ComplexType) Name="(\w+)"[^>]*>(.*?)<\/(?:EntityType|ComplexType)>/gs,
  );
  return Object.fromEntries([...types].map(([, name = '', body = '']) => [name, membersWithin(body)]));
}

function membersWithin(body: string): Record<string, string> {
  const members = [...body.matchAll(/<(Property|NavigationProperty) ([^>]*)>/g)];
  return Object.fromEntries(
    members.map(([, kind = '', text = '']) => {
      const { Name = '', Type = '', Nullable, ContainsTarget } = attributes(text);
      const [, item] = /^Collection\((.*)\)$/.exec(Type) ?? [];
      const required = Nullable === 'false' ? '!' : '';
      if (kind === 'Property') return [Name, `${shortName(Type)}${required}`];
      const target = item === undefined ? shortName(Type) : `Collection(${shortName(item)})`;
      return [Name, `-> ${target}${required}${ContainsTarget === 'true' ? ' contained' : ''}`];
    }),
  );
}

describe('$metadata', () => {
  test('has the published types with their properties, their types and nullability', async () => {
    const { text, headers } = await service.ask('admin', '$metadata');
    expect(headers['content-type']).toMatch(/^application\/xml/);
    const members = membersOf(text);
    for (const [name, { properties }] of Object.entries({ ...published.complex, ...published.entities })) {
      expect([name, members[name]]).toEqual([name, { ...properties, ...ours[name] }]);
    }
    for (const [name, { key }] of Object.entries(published.entities)) {
      expect(text).toMatch(
        new RegExp(`<EntityType Name="${name}">\\s*<Key>\\s*<PropertyRef Name="${key[0]}"`),
      );
    }
  });

  test('has the published sets, and the enumeration in its namespace', async () => {
    const { text } = await service.ask('admin', '$metadata', { version: 'v3.3-beta' });
    const sets = new Map(
      [...text.matchAll(/<EntitySet ([^>]*)>/g)].map(([, each = '']) => {
        const { Name = '', EntityType = '' } = attributes(each);
        return [Name, shortName(EntityType)];
      }),
    );
    for (const [set, described] of Object.entries(published.sets)) {
      const [type = '', , withDeleted] = described.split(' ');
      expect([set, sets.get(set)]).toEqual([set, withDeleted === undefined ? type : `${type}WithDeleted`]);
    }
    expect(text).toContain(`Namespace="${published.namespaces.enums}"`);
    expect(text).toContain(`Namespace="${published.namespaces.models}"`);
    for (const [name, value] of Object.entries(published.enum.BudgetAssignmentType)) {
      expect(text).toMatch(new RegExp(`<Member Name="${name}" Value="${value}"`));
    }
  });

  test('comes as JSON too, with the same types', async () => {
    const { text } = await service.ask('admin', '$metadata?$format=json');
    const document = JSON.parse(text) as Record<string, Record<string, object>>;
    const models = Object.keys(document[published.namespaces.models] ?? {});
    expect(models).toEqual(
      expect.arrayContaining([...Object.keys(published.complex), ...Object.keys(published.entities)]),
    );
  });
});
