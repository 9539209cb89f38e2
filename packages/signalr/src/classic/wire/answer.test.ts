import { expect, test } from 'vitest';
import { answerText, clientCallText, progressText } from './answer.ts';

test('a value', () => {
  expect(answerText('0', { kind: 'returned', value: { a: 1 } })).toBe('{"R":{"a":1},"I":"0"}');
});

test('nothing', () => {
  expect(answerText('1', { kind: 'returned', value: undefined })).toBe('{"I":"1"}');
  expect(answerText('1', { kind: 'returned', value: null })).toBe('{"I":"1"}');
});

test('changed state', () => {
  expect(answerText('2', { kind: 'returned', value: false }, { name: 'ann' })).toBe(
    '{"S":{"name":"ann"},"R":false,"I":"2"}',
  );
});

test('a refusal of the hub carries its data, a fault does not', () => {
  const failure = { kind: 'failed', message: 'No', data: { code: 7 } } as const;
  expect(answerText('3', { ...failure, byHub: true })).toBe('{"I":"3","H":true,"E":"No","D":{"code":7}}');
  expect(answerText('3', { ...failure, byHub: false })).toBe('{"I":"3","E":"No"}');
});

test('progress', () => {
  expect(progressText('4', 50)).toBe('{"I":"P|4","P":{"I":"4","D":50}}');
});

test('a call of a client', () => {
  expect(clientCallText('chat', 'said', ['hi', 1])).toBe('{"H":"chat","M":"said","A":["hi",1]}');
  expect(clientCallText('chat', 'said', [], { name: 'bob' })).toBe(
    '{"H":"chat","M":"said","A":[],"S":{"name":"bob"}}',
  );
});
