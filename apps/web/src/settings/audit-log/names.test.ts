import { expect, test } from 'vitest';
import { auditLogTexts } from '../../texts/audit-log/texts.ts';
import { knownWords, nameOf } from './names.ts';

const texts = await auditLogTexts.load('en');

test('words of the API have names, others are taken apart', () => {
  expect(nameOf(texts, 'entity', 'groupMembers')).toBe('Members of a group');
  expect(nameOf(texts, 'action', 'rotateSecret')).toBe('new secret');
  expect(nameOf(texts, 'field', 'lockAfterWeeks')).toBe('Lock after weeks');
  expect(nameOf(texts, 'entity', '')).toBe('');
});

test('what can be filtered by is found by name', () => {
  const words = knownWords(texts, 'action');
  expect(words).toContainEqual({ word: 'change', name: 'changed' });
  expect(words.every(({ word, name }) => nameOf(texts, 'action', word) === name)).toBe(true);
  expect(knownWords(texts, 'via').map(({ word }) => word)).toContain('rest');
});
