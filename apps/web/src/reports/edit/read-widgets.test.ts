import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWidgets } from './read-widgets.ts';

const number = { type: 'Number', title: 'Hours', endpoint: 'workLogsOnly', fieldName: 'PeriodLength' };
const read = (value: unknown) => readWidgets(JSON.stringify(value));

test('one widget, a list and a whole report are taken', () => {
  expect(read(number)).toMatchObject({ ok: true, pasted: { widgets: [number], name: null } });
  expect(read([number, number])).toMatchObject({ ok: true, pasted: { widgets: [number, number] } });
  expect(read({ title: ' Team ', widgets: [number], timeframeFilter: { filterType: 'Week' } })).toEqual({
    ok: true,
    pasted: {
      widgets: [number],
      name: 'Team',
      description: null,
      timeframeFilter: { filterType: 'Week' },
    },
  });
});

test('null counts as not there; what nobody knows is kept', () => {
  expect(
    read({ ...number, subTitle: null, labelRadius: 10, xAxis: { title: null, opposite: true } }),
  ).toMatchObject({
    ok: true,
    pasted: { widgets: [{ ...number, labelRadius: 10, xAxis: { opposite: true } }] },
  });
});

test.each([
  [[], null, 'noWidgets'],
  [{}, null, 'noWidgets'],
  ['text', null, 'noWidgets'],
  [[number, { ...number, type: 'Gauge' }], '1.type', 'unknownType'],
  [[5], '0.', 'notAWidget'],
  [{ ...number, endpoint: '' }, '0.endpoint', 'noEndpoint'],
  [{ ...number, fieldName: null }, '0.fieldName', 'a Number needs it'],
  [
    {
      type: 'FlatTable',
      endpoint: 'workItems',
      columns: [{ field: 'A', formatter: 'MathExpression', format: { expression: '{0} +' } }],
    },
    '0.columns.0.format.expression',
    'the formula ends where a value is expected, at character 6',
  ],
])('%j is refused at its place', (value, field, message) => {
  expect(read(value)).toEqual({ ok: false, fault: { field, message } });
});

test('whatever the text is, it is read or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const found = readWidgets(text);
      if (!found.ok) expect(found.fault.message).not.toBe('');
    }),
  );
});
