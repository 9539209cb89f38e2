import { describe, expect, it } from 'vitest';
import { atLeast, lineOf, milliseconds, within } from './line.ts';

describe('lineOf', () => {
  it('tells name, ours, anchor, ratio and whether the target is met', () => {
    const line = lineOf({
      name: 'POST',
      ours: '60/s',
      anchor: '100/s',
      ratio: 0.6,
      target: atLeast(0.6, 0.6),
    });
    expect(line.split(/\s{2,}/)).toEqual([
      'POST',
      'ours 60/s',
      'anchor 100/s',
      'ratio 0.60',
      'target ≥ 0.6: met',
    ]);
  });

  it('shows a dash where there is no anchor', () => {
    expect(lineOf({ name: 'x', ours: '1 s', anchor: '–', ratio: null })).toMatch(/anchor –\s+ratio –$/);
  });
});

describe('targets', () => {
  it('are missed just beyond their bound', () => {
    expect(atLeast(0.599, 0.6).isMet).toBe(false);
    expect(within(50.1, 50)).toEqual({ text: '≤ 50 ms', isMet: false });
    expect(within(2000, 2000)).toEqual({ text: '≤ 2 s', isMet: true });
  });
});

describe('milliseconds', () => {
  it('shows longer times in seconds', () => {
    expect([milliseconds(12.34), milliseconds(1234)]).toEqual(['12.3 ms', '1.23 s']);
  });
});
