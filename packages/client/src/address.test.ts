import { calls } from '@stint/contract';
import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

test('path parameters are encoded', () => {
  expect(addressOf(calls.getUser, '3.2', { params: { id: 'a/b' } })).toBe(
    '/api/rest/users/a%2Fb?api-version=3.2',
  );
});

test('a missing path parameter is named', () => {
  expect(() => addressOf(calls.getUser, '3.2', {})).toThrow('"id"');
});

test('parameters with a dollar sign are filled too', () => {
  expect(addressOf(calls.postponeIdleCheck, '3.2', { params: { $option: 0 } })).toContain('/idleCheck/0?');
});

test('query options left out are not sent', () => {
  const address = addressOf(calls.listWorkLogs, '3.2', { query: { $count: undefined, $skip: 0 } });
  expect(address).toBe('/api/rest/workLogs?api-version=3.2&%24skip=0');
});
