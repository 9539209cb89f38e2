import type { Report, Widget } from '@stint/contract';
import { expect, test } from 'vitest';
import {
  changeOf,
  draftOf,
  isDraft,
  refusedWidget,
  withMore,
  withoutWidget,
  withPlaces,
  withWidget,
} from './draft.ts';

const widget = (title: string, y: number): Widget => ({
  type: 'Number',
  title,
  endpoint: 'workLogsOnly',
  fieldName: 'PeriodLength',
  x: 0,
  y,
  w: 3,
  h: 1,
});
const draft = draftOf(
  {
    name: 'R',
    description: '',
    visibility: 'private',
    scope: 'All',
    project: null,
    timeframeFilter: null,
    widgets: [widget('a', 0), widget('b', 1)],
  } as unknown as Report,
  '"1"',
);

test('more widgets come below, and keep their order among themselves', () => {
  const more = withMore(draft, [widget('c', 7), widget('d', 9)]);
  expect(more.widgets.map(({ title, y }) => [title, y])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 4],
  ]);
});

test('a widget is changed in its place, added past the end, and taken out', () => {
  expect(withWidget(draft, 1, widget('x', 1)).widgets.map(({ title }) => title)).toEqual(['a', 'x']);
  expect(withWidget(draft, 2, widget('x', 0)).widgets.map(({ title, y }) => [title, y])).toContainEqual([
    'x',
    2,
  ]);
  expect(withoutWidget(draft, 0).widgets.map(({ title }) => title)).toEqual(['b']);
});

test('places go into widgets', () => {
  const places = [
    { x: 3, y: 0, w: 2, h: 1 },
    { x: 0, y: 0, w: 3, h: 2 },
  ];
  expect(withPlaces(draft, places).widgets.map(({ x, y, w, h }) => ({ x, y, w, h }))).toEqual(places);
});

test('what was cleared is sent so that the server clears it', () => {
  expect(changeOf(draft)).not.toHaveProperty('basedOn');
  expect(changeOf(draft)).toMatchObject({ project: '', timeframeFilter: { filterType: 'All' } });
});

test('a draft of the browser is looked at before it is taken', () => {
  expect(isDraft(JSON.parse(JSON.stringify(draft)))).toBe(true);
  for (const wrong of [null, 5, {}, { ...draft, widgets: {} }]) expect(isDraft(wrong)).toBe(false);
});

test('a refusal leads to its widget', () => {
  expect(refusedWidget('widgets.2.columns.0.formatter must be one of')).toBe(2);
  expect(refusedWidget('name must have a letter')).toBeNull();
});
