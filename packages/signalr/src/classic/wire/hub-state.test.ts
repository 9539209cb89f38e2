import { expect, test } from 'vitest';
import { trackState } from './hub-state.ts';

test('unchanged state is not sent back', () => {
  expect(trackState({ name: 'ann' }).changes()).toBeUndefined();
});

test('written, added, deeply changed and removed members are', () => {
  const state = trackState({ name: 'ann', list: [1], old: 1, same: 1 });
  state.values['name'] = 'bob';
  (state.values['list'] as number[]).push(2);
  state.values['more'] = true;
  delete state.values['old'];
  expect(state.changes()).toEqual({ name: 'bob', list: [1, 2], old: null, more: true });
});

test('a member named as one of all objects is a member like others', () => {
  const state = trackState(JSON.parse('{"__proto__":{"admin":true}}') as Record<string, unknown>);
  expect(state.values['admin']).toBeUndefined();
});
