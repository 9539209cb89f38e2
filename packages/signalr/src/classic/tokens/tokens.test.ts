import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { belongsTo, readConnectionToken, writeConnectionToken } from './connection-token.ts';
import { readGroupsToken, writeGroupsToken } from './groups-token.ts';
import { createProtector } from './protector.ts';

const protector = createProtector(randomBytes(32));
const anyText = fc.string({ unit: 'binary' });
const names = fc.array(anyText.map((name) => name.toWellFormed()));

test('a short secret is refused', () => {
  expect(() => createProtector(randomBytes(31))).toThrow(RangeError);
});

test('a connection token tells connection and user, whatever their names', () => {
  fc.assert(
    fc.property(fc.uuid(), anyText, (connectionId, name) => {
      const claim = { connectionId, userId: name.toWellFormed() };
      expect(readConnectionToken(protector, writeConnectionToken(protector, claim))).toEqual(claim);
    }),
  );
});

test('the same claim never gives the same token, and a token shows nothing of the user', () => {
  const claim = { connectionId: 'c', userId: 'ann@example.com' };
  const [one, two] = [writeConnectionToken(protector, claim), writeConnectionToken(protector, claim)];
  expect(one).not.toBe(two);
  expect(Buffer.from(one, 'base64url').includes('ann@')).toBe(false);
});

test('a token is its user’s alone', () => {
  const claim = { connectionId: 'c', userId: 'ann' };
  expect(['ann', 'Ann', 'an', 'bob', ''].map((user) => belongsTo(claim, user))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('a user whose name looks like a token’s inside stays who it is', () => {
  const claim = { connectionId: 'c', userId: 'd:ann' };
  expect(readConnectionToken(protector, writeConnectionToken(protector, claim))).toEqual(claim);
});

test('no changed token is taken', () => {
  const token = writeConnectionToken(protector, { connectionId: 'c', userId: 'ann' });
  const sealed = Buffer.from(token, 'base64url');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ change;
      expect(readConnectionToken(protector, changed.toString('base64url'))).toBeUndefined();
    }),
  );
});

test('no text is taken for a token, nor makes the reader throw', () => {
  const near = fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url'));
  fc.assert(
    fc.property(fc.oneof(anyText, near), (text) => {
      expect(readConnectionToken(protector, text)).toBeUndefined();
      expect(readGroupsToken(protector, 'c', text)).toEqual([]);
    }),
  );
});

test('tokens of another secret or purpose are not taken', () => {
  const other = createProtector(randomBytes(32));
  const claim = { connectionId: 'c', userId: '["g"]' };
  expect(readConnectionToken(other, writeConnectionToken(protector, claim))).toBeUndefined();
  expect(readGroupsToken(protector, 'c', writeConnectionToken(protector, claim))).toEqual([]);
  expect(readConnectionToken(protector, writeGroupsToken(protector, 'c', ['g']))).toBeUndefined();
});

test('groups come back to the connection they were written for, and to no other', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), names, (mine, other, groups) => {
      const token = writeGroupsToken(protector, mine, groups);
      expect(readGroupsToken(protector, mine, token)).toEqual(groups);
      if (mine !== other) expect(readGroupsToken(protector, other, token)).toEqual([]);
    }),
  );
});
