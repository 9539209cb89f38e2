import { describe, expect, it } from 'vitest';
import { compare } from './rounds.ts';

describe('compare', () => {
  it('takes turns at who is first and answers medians', async () => {
    const order: string[] = [];
    const values = { ours: [50, 10, 60], anchor: [100, 100, 100] };
    const take = (side: 'ours' | 'anchor') => async () => {
      order.push(side);
      return values[side].shift() ?? 0;
    };
    expect(await compare(3, take('ours'), take('anchor'))).toEqual({ ours: 50, anchor: 100, ratio: 0.5 });
    expect(order).toEqual(['ours', 'anchor', 'anchor', 'ours', 'ours', 'anchor']);
  });
});
