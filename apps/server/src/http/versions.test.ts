import { describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { readVersion } from './versions.ts';

describe('an api-version', () => {
  test.each([
    ['3.0', '3.0', false],
    ['3.0-preview', '3.0', true],
    ['3.1', '3.1', false],
    ['3.1-beta', '3.1', true],
    ['3.2', '3.2', false],
    [' 3.2-BETA ', '3.2', true],
    ['3.3-beta', '3.3-beta', false],
  ])('%s means %s', (given, name, deprecated) => {
    expect(readVersion('rest', given)).toEqual({ name, deprecated });
  });

  test.each(['tracking', 'pin'] as const)('2.1 still lives in %s', (area) => {
    expect(readVersion(area, '2.1')).toEqual({ name: '2.1', deprecated: true });
  });

  test.each([undefined, '', '2.1', '3.3', '3', '3.2.0', 'v3.2', 'constructor', '__proto__', 'toString'])(
    '%s is refused',
    (given) => {
      expect(() => readVersion('rest', given)).toThrow(Refusal);
    },
  );
});
