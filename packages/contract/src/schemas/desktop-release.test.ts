import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  canonicalRelease,
  compareVersions,
  type DesktopRelease,
  readSignedRelease,
} from './desktop-release.ts';

const release: DesktopRelease = {
  version: '1.2.3',
  channel: 'stable',
  target: 'linux-x64-deb',
  file: 'stint_1.2.3_amd64.deb',
  size: 10,
  sha512: 'ab'.repeat(64),
};
const signature = `${'A'.repeat(86)}==`;

test.each([
  ['1.0.0', '1.0.0', 0],
  ['1.0.0', '1.0.1', -1],
  ['1.10.0', '1.9.9', 1],
  ['2.0.0', '10.0.0', -1],
  ['1.0.0-beta.2', '1.0.0', -1],
  ['1.0.0-beta.10', '1.0.0-beta.9', 1],
  ['1.0.1-beta.1', '1.0.0', 1],
])('%s beside %s is %i', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
  expect(Math.sign(compareVersions(other, one))).toBe(-sign || 0);
});

test('the order of the fields does not change what is signed, every value does', () => {
  const turned = Object.fromEntries(Object.entries(release).toReversed()) as DesktopRelease;
  expect(canonicalRelease(turned)).toBe(canonicalRelease(release));
  for (const name of Object.keys(release) as (keyof DesktopRelease)[])
    expect(canonicalRelease({ ...release, [name]: 'x' })).not.toBe(canonicalRelease(release));
});

test('a signed release is read', () => {
  expect(readSignedRelease({ release, signature })).toEqual({ release, signature });
});

test.each([
  { release },
  { release, signature: '' },
  { release: { ...release, file: '../../etc/passwd' }, signature },
  { release: { ...release, file: '.hidden' }, signature },
  { release: { ...release, version: '1.2' }, signature },
  { release: { ...release, version: '01.2.3' }, signature },
  { release: { ...release, target: 'amiga' }, signature },
  { release: { ...release, more: 1 }, signature },
  { release: { ...release, size: 0 }, signature },
  null,
])('%o is none', (value) => {
  expect(readSignedRelease(value)).toBeNull();
});

test('anything at all is answered without a fault', () => {
  fc.assert(fc.property(fc.anything(), (value) => readSignedRelease(value) === null));
});
