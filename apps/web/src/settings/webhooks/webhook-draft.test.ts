import { expect, test } from 'vitest';
import {
  EMPTY_DRAFT,
  isComplete,
  isReceiver,
  isWebhookDraft,
  isWrongReceiver,
  wishOf,
} from './webhook-draft.ts';

test.each([
  ['https://hooks.example.com/stint', true],
  [' HTTP://localhost:9000/ ', true],
  ['hooks.example.com', false],
  ['https://', false],
  ['ftp://example.com', false],
  [`https://example.com/${'x'.repeat(1000)}`, false],
])('%s can be a receiver: %s', (url, can) => {
  expect(isReceiver(url)).toBe(can);
});

test.each([
  ['', false],
  ['htt', false],
  ['HTTPS://', false],
  ['https://a', false],
  ['n', true],
  ['nope', true],
  ['http:/x', true],
])('%j is told to be wrong while it is typed: %s', (typed, isWrong) => {
  expect(isWrongReceiver(typed)).toBe(isWrong);
});

test('a draft is complete with an address and something to tell', () => {
  const draft = { ...EMPTY_DRAFT, url: 'https://example.com' };
  expect(isComplete(draft)).toBe(true);
  expect(isComplete({ ...draft, tellsAll: false })).toBe(false);
  expect(isComplete({ ...draft, tellsAll: false, events: ['user.*'] })).toBe(true);
  expect(isComplete(EMPTY_DRAFT)).toBe(false);
});

test('who is told everything has no list', () => {
  const draft = { url: ' https://a.b ', description: ' x ', tellsAll: true, events: ['user.*'] };
  expect(wishOf(draft)).toEqual({ url: 'https://a.b', description: 'x', events: [] });
});

test('what another version kept is no draft', () => {
  expect(isWebhookDraft(EMPTY_DRAFT)).toBe(true);
  for (const found of [null, 'x', {}, { ...EMPTY_DRAFT, events: [1] }])
    expect(isWebhookDraft(found)).toBe(false);
});
