import fc from 'fast-check';
import { mostly } from './request.ts';

const contentTypes = [
  'application/json',
  'application/json; charset=utf-8',
  'APPLICATION/JSON',
  'text/plain',
  'text/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/octet-stream',
  '',
  ';',
  'application/json;',
  '*/*',
  'application/json; charset=klingon',
];

/** Headers of a request with one of these tokens: mostly usual, now and then odd ones. */
export function headersOf(tokens: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const bearer = fc.constantFrom(...tokens).map((token) => ({ authorization: `Bearer ${token}` }));
  const type = mostly('application/json', ...contentTypes).map((value) => ({ 'content-type': value }));
  const odd = mostly<Record<string, string>>(
    {},
    { 'idempotency-key': 'k' },
    { 'idempotency-key': 'ключ' },
    { 'idempotency-key': 'x'.repeat(500) },
    { 'if-match': '"1"' },
    { 'if-match': 'W/"1", "2"' },
    { 'if-match': '"99999999999"' },
    { host: 'other.time.example.com' },
    { host: '[::1]:1' },
    { host: '%$&' },
    { authorization: 'Basic Og==' },
    { authorization: 'Bearer' },
    { authorization: `Bearer ${'y'.repeat(9000)}` },
    { authorization: 'Bearer \u00ff' },
    { cookie: 'stint_session=x' },
    { cookie: 'stint_session=%E0%A4%A; =; a' },
    { origin: 'null' },
    { accept: 'text/html' },
    { 'x-forwarded-for': '1.2.3.4, x' },
    { 'accept-encoding': 'gzip' },
    { expect: 'nothing' },
  );
  return fc.tuple(bearer, type, odd).map((parts) => Object.assign({}, ...parts) as Record<string, string>);
}
