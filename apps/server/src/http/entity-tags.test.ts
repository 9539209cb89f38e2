import { expect, test } from 'vitest';
import { expectedVersions } from './entity-tags.ts';

const versionsOf = (header: string | undefined) => expectedVersions({ headers: { 'if-match': header } });

test.each([undefined, '*', ' * '])('If-Match %j allows any version', (header) => {
  expect(versionsOf(header)).toBeNull();
});

test.each([
  ['"3"', [3]],
  ['"3", "41"', [3, 41]],
  ['W/"3"', [3]],
])('If-Match %s names its versions, also when a proxy has weakened it', (header, versions) => {
  expect(versionsOf(header)).toEqual(new Set(versions));
});

test.each(['', '3', '"x"', '"3" "4"', 'w/"3"', '"1234567890"'])('If-Match %j is refused', (header) => {
  expect(() => versionsOf(header)).toThrow(/If-Match.*must be the ETag of an earlier answer/);
});
