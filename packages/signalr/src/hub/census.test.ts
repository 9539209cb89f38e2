import { expect, test } from 'vitest';
import { census } from './census.ts';

const none = [
  { protocol: 'core', transport: 'webSockets', count: 0 },
  { protocol: 'core', transport: 'serverSentEvents', count: 0 },
  { protocol: 'core', transport: 'longPolling', count: 0 },
  { protocol: 'classic', transport: 'webSockets', count: 0 },
  { protocol: 'classic', transport: 'serverSentEvents', count: 0 },
  { protocol: 'classic', transport: 'longPolling', count: 0 },
];

test('every kind is told, of which there is none too', () => {
  expect(census([])).toEqual(none);
});

test('both protocols are counted in one spelling of the transports', () => {
  const counts = census([
    { protocol: 'core', transport: 'WebSockets' },
    { protocol: 'core', transport: 'WebSockets' },
    { protocol: 'core', transport: 'LongPolling' },
    { protocol: 'classic', transport: 'webSockets' },
    { protocol: 'classic', transport: 'serverSentEvents' },
  ]);
  expect(counts.map(({ count }) => count)).toEqual([2, 0, 1, 1, 1, 0]);
});
