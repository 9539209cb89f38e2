import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { childrenAddress, type ReportFilters, widgetAddress } from './widget-query.ts';

const all: ReportFilters = { days: null, scope: 'All', project: null };
const november: ReportFilters = {
  ...all,
  days: { from: '2026-11-01' as WallDate, to: '2026-11-30' as WallDate },
};

/** The options of an address, decoded. */
function optionsOf(address: string): Record<string, string> {
  const query = address.split('?')[1] ?? '';
  return Object.fromEntries(
    query.split('&').map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name, decodeURIComponent(value)];
    }),
  );
}

describe('the address of a widget', () => {
  test('is its endpoint with its query, encoded', () => {
    const query = " $select=System_Id, System_Title&$filter=System_State eq 'R&D + 50%'";
    const address = widgetAddress({ endpoint: '/workItems/', query }, all);
    expect(address).toMatch(/^workItems\?\$select=System_Id%2C%20System_Title&/);
    expect(optionsOf(address)['$filter']).toBe("System_State eq 'R&D + 50%'");
  });

  test('takes a query that is encoded already', () => {
    const address = widgetAddress({ endpoint: 'workItems', query: '$filter=WorkItemId%20eq%207' }, all);
    expect(address).toBe('workItems?$filter=WorkItemId%20eq%207');
  });

  test('is the endpoint alone without a query', () => {
    expect(widgetAddress({ endpoint: 'budgets' }, all)).toBe('budgets');
  });

  test('has the days of the page, from midnight to midnight', () => {
    expect(optionsOf(widgetAddress({ endpoint: 'workLogsOnly', query: '' }, november))).toEqual({
      worklogsFilter: 'Timestamp ge 2026-11-01T00:00:00Z and Timestamp le 2026-11-30T23:59:59.999Z',
    });
  });

  test('tells budgets as a whole', () => {
    expect(widgetAddress({ endpoint: 'Budgets' }, { ...november, scope: 'Me' })).toBe('Budgets');
  });

  test('joins the page’s filters with its own, whatever the letter case', () => {
    const query = "workLogsFilter=Comment eq 'x' or Comment eq 'y'&workitemsFilter=System_Id gt 5";
    const filters = { ...november, scope: 'Project', project: "O'Hara" } as const;
    expect(optionsOf(widgetAddress({ endpoint: 'workItems', query }, filters))).toEqual({
      workLogsFilter: expect.stringMatching(/^\(Comment eq 'x' or Comment eq 'y'\) and \(Timestamp ge /),
      workitemsFilter: "(System_Id gt 5) and (System_TeamProject eq 'O''Hara')",
    });
  });

  test('asks for the caller’s own time once', () => {
    const query = 'prefilter=NoFilter&$top=1';
    expect(optionsOf(widgetAddress({ endpoint: 'workLogsOnly', query }, { ...all, scope: 'Me' }))).toEqual({
      $top: '1',
      prefilter: 'Me',
    });
  });

  test('keeps every value, whatever signs are in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("ab&=?#+/' ü")) }), (text) => {
        const literal = `'${text.replaceAll("'", "''")}'`;
        const query = `$filter=System_Title eq ${literal}&$top=3`;
        expect(optionsOf(widgetAddress({ endpoint: 'workItems', query }, all))).toEqual({
          $filter: `System_Title eq ${literal}`,
          $top: '3',
        });
      }),
    );
  });
});

describe('the address of rows below a row', () => {
  const widget = {
    endpoint: 'workItemsHierarchy',
    query: '$filter=TrackedTotal gt 0',
    childrenEndpoint: 'workItemsHierarchyAllLevels',
    childrenQuery: '({hierarchyField})/Children?{query}',
  };

  test('has the key and the query filled in', () => {
    expect(childrenAddress(widget, 7, all)).toBe(
      'workItemsHierarchyAllLevels(7)/Children?$filter=TrackedTotal%20gt%200',
    );
  });

  test('asks the set of all levels, as rows below a root are no roots', () => {
    const ofRoots = { ...widget, childrenEndpoint: '/workItemsHierarchy' };
    expect(childrenAddress(ofRoots, 7, all)).toMatch(/^workItemsHierarchyAllLevels\(7\)\/Children/);
  });

  test('is limited as its widget is', () => {
    const address = childrenAddress(widget, 7, november) ?? '';
    expect(optionsOf(address)['worklogsFilter']).toMatch(/^Timestamp ge 2026-11-01/);
  });

  test('keeps a key from becoming something else', () => {
    expect(childrenAddress(widget, '7)/x?$top=1', all)).toMatch(
      /^workItemsHierarchyAllLevels\(7\)%2Fx%3F%24top%3D1\)\/Children\?/,
    );
    expect(childrenAddress({ ...widget, query: '$&' }, '$`', all)).toContain('%24%60');
  });

  test('is none for a widget without them', () => {
    expect(childrenAddress({ endpoint: 'workItems' }, 7, all)).toBeNull();
  });
});
