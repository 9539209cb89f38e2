import { expect, test } from 'vitest';
import { keepDraft, readDraft } from './draft-store.ts';

function storeOf(limit = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('what is kept is read again, by its place', () => {
  const store = storeOf();
  keepDraft(store, 'cleo:entry', { comment: 'half a sen' });
  expect(readDraft(store, 'cleo:entry')).toEqual({ comment: 'half a sen' });
  expect(readDraft(store, 'dan:entry')).toBeNull();
  keepDraft(store, 'cleo:entry', null);
  expect(readDraft(store, 'cleo:entry')).toBeNull();
});

test('what cannot be read is no draft', () => {
  const store = storeOf();
  store.setItem('stint-draft:cleo:entry', '{"comment": ');
  expect(readDraft(store, 'cleo:entry')).toBeNull();
});

test('a full store loses the draft and nothing else', () => {
  const store = storeOf(10);
  keepDraft(store, 'cleo:entry', 'short');
  keepDraft(store, 'cleo:entry', 'much too long for it');
  expect(readDraft(store, 'cleo:entry')).toBeNull();
});
