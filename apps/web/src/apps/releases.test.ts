import { DESKTOP_TARGETS } from '@stint/contract';
import { expect, test } from 'vitest';
import { isForBrowser, ownSystemFirst, targetOf } from './releases.ts';

const AGENTS = {
  Windows: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
  macOS: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15',
  Linux: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  phone: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
};

test('every target that is released has a system, a processor and a kind', () => {
  for (const target of DESKTOP_TARGETS)
    expect(Object.values(targetOf(target)).every((part) => typeof part === 'string' && part !== '')).toBe(
      true,
    );
  expect(targetOf('linux-arm64-deb')).toEqual({ system: 'Linux', processor: 'arm64', kind: 'debian' });
});

test('the system of the browser comes first, and a phone is for none', () => {
  const all = DESKTOP_TARGETS.map((target) => ({ target }));
  const first = (agent: string) => targetOf(ownSystemFirst(all, agent)[0]?.target ?? '').system;
  expect([first(AGENTS.Windows), first(AGENTS.macOS), first(AGENTS.Linux)]).toEqual([
    'Windows',
    'macOS',
    'Linux',
  ]);
  expect(ownSystemFirst(all, AGENTS.phone)).toEqual(all);
  expect(DESKTOP_TARGETS.some((target) => isForBrowser(target, AGENTS.phone))).toBe(false);
});
