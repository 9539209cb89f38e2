import fc from 'fast-check';
import { headersOf } from './headers.ts';
import type { FuzzRequest } from './request.ts';

/** Requests to addresses near those of the contract, with any method. */
export function strangeRequests(tokens: readonly string[]): fc.Arbitrary<FuzzRequest> {
  const root = fc.constantFrom(
    '/api',
    '/api/rest',
    '/API/REST/workLogs',
    '/api/tracking/client',
    '/api/pin',
    '/auth',
    '/token',
    '/api/odata/v3.2',
    '/api/demo/rest',
    '/api/rest/rest',
    '/api/%72est',
    '/api/openapi.json',
    '/signalr',
  );
  const segment = fc.constantFrom(
    '',
    'workLogs',
    'workLogs/all/',
    '%',
    '%zz',
    '%00',
    '%2e%2e',
    '..',
    '.',
    '//',
    '\\',
    'me;x=1',
    'me%2f',
    'me%20',
    '%F0%9F%98%80',
    '\u00ff',
    'a'.repeat(500),
    'users/roles/x',
    '*',
    '{id}',
    ':id',
    '$metadata',
    '__proto__',
    'constructor',
    '#',
    '%23',
    'current/true/true',
  );
  const method = fc.constantFrom(
    'GET',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'HEAD',
    'QUERY',
  );
  const query = fc.constantFrom(
    '',
    '?',
    '?api-version=3.2',
    '?api-version=3.2&x=%',
    '??',
    '?%61pi-version=3.2',
    '?api-version=3.2#x',
  );
  return fc
    .record({
      root,
      segments: fc.array(segment, { maxLength: 4 }),
      method,
      query,
      headers: headersOf(tokens),
      payload: fc.constantFrom(undefined, '{}', '['),
    })
    .map(({ root, segments, method, query, headers, payload }) => ({
      call: null,
      method,
      url: [root, ...segments].join('/') + query,
      headers,
      payload,
    }));
}
