import { describe, expect, it } from 'vitest';
import { checkSameRows } from './rows.ts';

describe('checkSameRows', () => {
  it('takes rows in any order, and moments however they are written', () => {
    const ours = [{ At: '2026-05-01T09:30:00Z', User: { Name: 'Ann', Id: 1 } }, { At: null }];
    const other = [{ At: null }, { User: { Id: 1, Name: 'Ann' }, At: '2026-05-01T11:30:00+02:00' }];
    expect(() => checkSameRows('page', ours, other)).not.toThrow();
    expect(() =>
      checkSameRows('page', [{ At: '2026-05-01T09:30:00Z' }], [{ At: '2026-05-01T09:30:00' }]),
    ).not.toThrow();
  });

  it('tells the first rows that differ', () => {
    expect(() => checkSameRows('page', [{ Sum: 1 }], [{ Sum: 2 }])).toThrow(
      'page: {"Sum":1} is not {"Sum":2}.',
    );
  });

  it('refuses other numbers of rows, and none at all', () => {
    expect(() => checkSameRows('page', [{ Sum: 1 }], [])).toThrow('1 rows against 0');
    expect(() => checkSameRows('page', [], [])).toThrow('no rows');
  });
});
