import { expect, test } from 'vitest';
import { userAgentOf } from './user-agent.ts';

test.each([
  ['cleos-laptop', 'linux', 'Stint on cleos-laptop/1.2.0 (Linux)'],
  ['CLEO-PC', 'win32', 'Stint on CLEO-PC/1.2.0 (Windows)'],
  ['Cléos MacBook.local', 'darwin', 'Stint on ClosMacBook.local/1.2.0 (macOS)'],
  ['\r\nx: y', 'linux', 'Stint on xy/1.2.0 (Linux)'],
  ['', 'freebsd', 'Stint/1.2.0 (freebsd)'],
] as const)('on %s the app is known as %s', (host, platform, name) => {
  expect(userAgentOf(host, '1.2.0', platform)).toBe(name);
});
