import { expect, test } from 'vitest';
import { linkSecretOf, safeBack } from './link-secret.ts';

test('the secret of a link is read from the part that is never sent to a server', () => {
  expect(linkSecretOf('#link=a-b_c')).toBe('a-b_c');
  expect(linkSecretOf('#link=')).toBeNull();
  expect(linkSecretOf('')).toBeNull();
});

test.each([
  ['/apps', '/apps'],
  ['/settings/account?a=1', '/settings/account?a=1'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/sign-in', '/'],
  [undefined, '/'],
])('after the sign-in %s leads to %s', (back, target) => {
  expect(safeBack(back)).toBe(target);
});
