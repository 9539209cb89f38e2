import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword, NOBODYS_HASH } from './passwords.ts';

const costOf = (hash: string) => hash.split('$').slice(0, 4);

describe('a password', () => {
  it('is known by its hash, and no other is', async () => {
    const hash = await hashPassword('correct horse battery');
    expect(await isPassword('correct horse battery', hash)).toBe(true);
    expect(await isPassword('correct horse batterY', hash)).toBe(false);
    expect(hash).not.toBe(await hashPassword('correct horse battery'));
  });

  it('is the same however its characters were composed', async () => {
    const hash = await hashPassword('caf\u00e9 au lait');
    expect(await isPassword('cafe\u0301 au lait', hash)).toBe(true);
  });

  it('is never nobody’s, which costs as much to find out as anybody’s', async () => {
    expect(await isPassword('', null)).toBe(false);
    expect(costOf(NOBODYS_HASH)).toEqual(['', 'argon2id', 'v=19', 'm=19456,t=2,p=1']);
    expect(costOf(await hashPassword('any'))).toEqual(costOf(NOBODYS_HASH));
  });
});
