import type { Widget } from '@stint/contract';
import { expect, test } from 'vitest';
import { hasAdapter, patched, readFields, withAdapter } from './change-widget.ts';

const widget: Widget = { type: 'Pie', endpoint: 'workLogsOnly', title: 'T', dataAdapters: [{ name: 'A' }] };

test('fields are changed and taken out, and what nobody knows stays', () => {
  const known = { ...widget, labelRadius: 5 };
  expect(patched(known, { title: undefined, subTitle: 'S' })).toEqual({
    type: 'Pie',
    endpoint: 'workLogsOnly',
    subTitle: 'S',
    dataAdapters: [{ name: 'A' }],
    labelRadius: 5,
  });
});

test.each([
  ['', undefined],
  [' , ', undefined],
  [' User.Name ', 'User.Name'],
  ['A, B,', ['A', 'B']],
])('fields of %j are %j', (text, fields) => {
  expect(readFields(text)).toEqual(fields);
});

test('adapters come and go beside each other', () => {
  const both = withAdapter(widget, 'B', true);
  expect(both.dataAdapters).toEqual([{ name: 'A' }, { name: 'B' }]);
  expect(hasAdapter(both, 'B')).toBe(true);
  expect(withAdapter(withAdapter(both, 'A', false), 'B', false)).not.toHaveProperty('dataAdapters');
});
