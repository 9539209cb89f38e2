import { expect, test } from 'vitest';
import { negotiatedVersion, sendsStart, versionText } from './protocol-version.ts';

test.each([
  ['1.5', '1.5'],
  ['2.0', '2.0'],
  ['2.1', '2.0'],
  ['1337.0', '2.0'],
  ['2.0.0', '2.0'],
  ['1.2', '1.2'],
  ['1.0', '1.2'],
  ['0.1337', '1.2'],
  ['1.4.2', '1.4.2'],
  ['1337', '1.2'],
  ['', '1.2'],
  ['two', '1.2'],
  ['1.-5', '1.2'],
  ['1.5 ', '1.2'],
])('a client that says %j is answered %s', (said, answered) => {
  expect(versionText(negotiatedVersion(said))).toBe(answered);
});

test('a client that says nothing is answered the oldest version', () => {
  expect(versionText(negotiatedVersion(null))).toBe('1.2');
});

test('clients from 1.4 on send start, older ones do not', () => {
  expect(
    ['1.2', '1.3', '1.4', '1.5', '2.0'].map((version) => sendsStart(negotiatedVersion(version))),
  ).toEqual([false, false, true, true, true]);
});
