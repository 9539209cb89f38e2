import { ODataError } from '@stint/odata';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customFieldProperties, type FieldKind } from './custom-fields.ts';
import { readParameters } from './parameters.ts';

const read = (options: Record<string, string>) =>
  readParameters(Object.entries(options).map(([name, value]) => ({ name, value })));

/** What is refused, as the client sees it. */
function faultOf(options: Record<string, string>) {
  try {
    read(options);
  } catch (error) {
    if (error instanceof ODataError) {
      const { target, position, message } = error;
      return { target, position, message };
    }
    throw error;
  }
  return null;
}

describe('parameters without $', () => {
  test('have defaults, also where they are empty, and leave others alone', () => {
    const nothing = {
      worklogsFilter: null,
      workItemsFilter: null,
      workItemFilterApplyTarget: 'AllWorkItems',
      customFields: [],
      rollupFields: [],
      prefilter: 'NoFilter',
    };
    expect(read({})).toEqual(nothing);
    expect(read({ worklogsFilter: ' ', customFields: '', prefilter: '', 'api-version': '3.2' })).toEqual(
      nothing,
    );
  });

  test.each(['worklogsFilter', 'workLogsFilter', 'WORKLOGSFILTER'])(
    'are read in any letter case: %s',
    (name) => {
      expect(read({ [name]: 'Timestamp ge 2019-09-30T00:00:00Z' }).worklogsFilter).toMatchObject({
        operator: 'ge',
      });
    },
  );

  test('are lists and words', () => {
    const given = read({
      customFields: 'ProjectCode, Custom.Finance,Extra.Order',
      rollupFields: 'Microsoft.VSTS.Scheduling.Effort',
      workItemFilterApplyTarget: 'rootworkitems',
      prefilter: 'me',
    });
    expect(given).toMatchObject({
      customFields: ['ProjectCode', 'Custom.Finance', 'Extra.Order'],
      rollupFields: ['Microsoft.VSTS.Scheduling.Effort'],
      workItemFilterApplyTarget: 'RootWorkItems',
      prefilter: 'Me',
    });
  });

  test.each([
    [{ prefilter: 'Them' }, 'prefilter', 0, 'Expected NoFilter or Me'],
    [{ workItemFilterApplyTarget: 'Roots' }, 'workItemFilterApplyTarget', 0, 'Expected AllWorkItems or Root'],
    [{ rollupFields: 'A,B,C,D,E, F' }, 'rollupFields', 11, 'Expected 5 fields at most'],
    [{ customFields: 'A,,B' }, 'customFields', 2, 'Expected the reference name of a field'],
    [{ customFields: "A,B'" }, 'customFields', 2, 'found "B\'"'],
    [{ customFields: 'A.B, a.b' }, 'customFields', 5, 'stands here twice'],
    [{ worklogsFilter: 'Timestamp ge' }, 'worklogsFilter', 12, ''],
  ])('are refused with what would be right: %o', (options, target, position, message) => {
    expect(faultOf(options)).toMatchObject({ target, position });
    expect(faultOf(options)?.message).toContain(message);
  });

  test('are given once', () => {
    const twice = [
      { name: 'worklogsFilter', value: '' },
      { name: 'workLogsFilter', value: '' },
    ];
    expect(() => readParameters(twice)).toThrow('given twice');
  });
});

describe('custom fields', () => {
  const kinds: Record<string, FieldKind> = { 'Extra.Order': 'Numeric', Late: 'Boolean' };
  const kindOf = (name: string) => kinds[name] ?? 'String';

  test('are numbered by their place in the whole list', () => {
    const properties = customFieldProperties(['ProjectCode', 'Custom.Finance', 'Extra.Order'], kindOf);
    expect(Object.fromEntries(properties)).toEqual({
      CustomStringField1: 'ProjectCode',
      CustomStringField2: 'Custom.Finance',
      CustomNumericField3: 'Extra.Order',
    });
  });

  test('behind the fifth place have what is free of their type', () => {
    const properties = customFieldProperties(['A', 'B', 'Extra.Order', 'C', 'D', 'E', 'Late'], kindOf);
    expect(Object.fromEntries(properties)).toMatchObject({
      CustomStringField3: 'E',
      CustomBooleanField1: 'Late',
    });
  });

  test('of one type are five', () => {
    expect(() => customFieldProperties(['A', 'B', 'C', 'D', 'E', 'F'], kindOf)).toThrow(
      '"F" is one field of the type String too many',
    );
  });

  test('have a property each, whatever they hold, while there are five of a type at most', () => {
    const list = fc
      .array(fc.constantFrom<FieldKind>('String', 'Numeric', 'Boolean'), { maxLength: 15 })
      .filter((all) => Object.values(Object.groupBy(all, (kind) => kind)).every((same) => same.length <= 5));
    fc.assert(
      fc.property(list, (all) => {
        const names = all.map((kind, index) => `${kind}.${index}`);
        const properties = customFieldProperties(names, (name) => name.split('.')[0] as FieldKind);
        expect([...properties.values()].toSorted()).toEqual(names.toSorted());
        for (const [property, name] of properties) {
          expect(property).toMatch(new RegExp(`^Custom${name.split('.')[0]}Field[1-5]$`));
        }
      }),
    );
  });
});
