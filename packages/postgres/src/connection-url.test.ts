import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionFromUrl, connectionToUrl } from './connection-url.ts';

describe('connectionFromUrl', () => {
  it.each([
    [
      'postgres://me:p%40ss@db.example:6543/time',
      { host: 'db.example', port: 6543, user: 'me', database: 'time', password: 'p@ss' },
    ],
    ['postgresql://me@localhost/time', { host: 'localhost', port: 5432, user: 'me', database: 'time' }],
    ['postgres://me@[::1]/', { host: '::1', port: 5432, user: 'me', database: 'me' }],
    [
      'postgres://me@localhost/time?host=/run/pg&port=5433',
      { host: '/run/pg', port: 5433, user: 'me', database: 'time' },
    ],
    [
      'postgres://me@h/d?sslmode=verify-full',
      { host: 'h', port: 5432, user: 'me', database: 'd', tls: { verify: true } },
    ],
    [
      'postgres://me@h/d?sslmode=require',
      { host: 'h', port: 5432, user: 'me', database: 'd', tls: { verify: false } },
    ],
  ])('reads %s', (url, expected) => {
    expect(connectionFromUrl(url)).toEqual(expected);
  });

  it.each([
    ['mysql://me:secret@h/d', /must look like postgres:/],
    ['nonsense secret', /must look like postgres:/],
    ['postgres:///d', /names no user/],
    ['postgres://me:secret@h/d?sslmode=maybe', /sslmode=maybe .* is not known/],
    ['postgres://me:secret@h/d?pool=5', /"pool" .* is not known/],
    ['postgres://me:secret@h/d?port=99999', /not a port number/],
  ])('refuses %s without repeating the password', (url, reason) => {
    expect(() => connectionFromUrl(url)).toThrow(reason);
    expect(() => connectionFromUrl(url)).not.toThrow(/secret/);
  });

  it('reads back every address it writes', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    const config = fc.record(
      {
        host: fc.oneof(
          fc.domain(),
          fc.ipV6(),
          text.map((name) => `/${name}`),
        ),
        port: fc.integer({ min: 1, max: 65_535 }),
        user: text,
        database: fc.oneof(text, fc.constantFrom('.', '..', '%2E')),
        password: text,
      },
      { requiredKeys: ['host', 'port', 'user', 'database'] },
    );
    fc.assert(
      fc.property(config, (original) => {
        const read = connectionFromUrl(connectionToUrl(original));
        expect({ ...read, host: undefined }).toEqual({ ...original, host: undefined });
        if (original.host.startsWith('/')) expect(read.host).toBe(original.host);
      }),
    );
  });
});
