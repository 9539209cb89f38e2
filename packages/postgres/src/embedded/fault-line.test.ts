import { expect, it } from 'vitest';
import { faultLine } from './fault-line.ts';

it.each([
  [
    'LOG:  starting\nFATAL:  could not create lock file "x": Permission denied\n',
    'could not create lock file "x": Permission denied',
  ],
  ['initdb: error: invalid locale\n', 'invalid locale'],
  [
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes',
    'there is no space left on the disk',
  ],
  [
    'FATAL:  could not write to file "pg_wal/x": No space left on device',
    'there is no space left on the disk',
  ],
  ['first\nlast words\n', 'last words'],
  ['', 'it gave no reason'],
])('tells the reason in %j', (output, reason) => {
  expect(faultLine(output)).toBe(reason);
});
