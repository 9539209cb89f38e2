import { areaPrefix, type Call } from '@stint/contract';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { brokenOf, hostile, type Ids, jsonOf, textOfValue, valuesOf } from './values.ts';

/** One request of the fuzz test. */
export interface FuzzRequest {
  /** The operation id; null when the address need not be one of the contract's. */
  call: string | null;
  method: string;
  url: string;
  headers: Record<string, string>;
  payload: string | undefined;
}

/** Requests to a call: mostly well formed, else with a broken body, address, query or header. */
export function requestsTo(call: Call, ids: Ids, tokens: readonly string[]): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      path: pathOf(call, ids),
      query: queryOf(call, ids),
      payload: payloadOf(call, ids),
      headers: headersOf(tokens),
    })
    .map(({ path, query, payload, headers }) => ({
      call: call.id,
      method: call.method,
      url: `${path}?${query}`,
      headers,
      payload: call.method === 'GET' ? undefined : payload,
    }));
}

/** The usual value, and now and then one of the others. */
function mostly<Value>(usual: Value, ...others: Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 14, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

function pathOf(call: Call, ids: Ids): fc.Arbitrary<string> {
  const id = fc.oneof(fc.constantFrom(...ids.others, ...ids.activityTypes), fc.uuid());
  const option = fc.nat({ max: 25 }).map(String);
  const segment = fc.oneof(
    { weight: 9, arbitrary: call.area === 'tracking' ? option : id },
    {
      weight: 1,
      arbitrary: hostile.map((value) => encoded(textOfValue(value)).slice(0, 300).replace(/%.?$/, '') || 'x'),
    },
  );
  const paths = [
    call.path,
    ...call.aliases.filter(({ method }) => method === undefined).map(({ path }) => path),
  ];
  const collection = mostly('', '/demo', '/DEMO', '/other', '/no where');
  return fc
    .tuple(
      fc.constantFrom(...paths),
      fc.array(segment, { minLength: 3, maxLength: 3 }),
      collection,
      mostly('', '/'),
    )
    .map(([path, segments, chosen, slash]) => {
      const rest = [...segments];
      const filled = path.replaceAll(/:\$?\w+/g, () => rest.pop() ?? '');
      return (
        areaPrefix[call.area].replace('/api', `/api${encoded(chosen).replace('%2F', '/')}`) + filled + slash
      );
    });
}

function queryOf(call: Call, ids: Ids): fc.Arbitrary<string> {
  const version = mostly(
    'api-version=3.2',
    'API-Version=3.3-BETA',
    'api-version=2.1',
    'api-version=3.0&api-version=9',
    'api-version=',
    '',
  );
  const options = fc
    .oneof(
      { weight: 6, arbitrary: valuesOf(call.query, ids) },
      { weight: 1, arbitrary: brokenOf(call.query, ids) },
    )
    .map((query) =>
      Object.entries((query ?? {})).map(
        ([name, value]) => `${encoded(name)}=${encoded(textOfValue(value))}`,
      ),
    );
  const noise = mostly(
    '',
    '&',
    '&&&=',
    '&%',
    '&%zz=1',
    '&$count=1&$count=x',
    '&a[]=1&a[b]=2',
    '&__proto__=1&constructor=2',
    '&%00=1',
    '&+=+',
  );
  return fc.tuple(version, options, noise).map(([first, rest, last]) => [first, ...rest].join('&') + last);
}

function payloadOf(call: Call, ids: Ids): fc.Arbitrary<string | undefined> {
  const broken = fc.constantFrom(
    '',
    ' ',
    '{',
    '[',
    '{"length":}',
    '{"length":1,}',
    'nul',
    '"',
    "{'a':1}",
    '\uFEFF{}',
    '{"a":1}}',
    '"x"',
    '7',
    '[1',
    '{"a":"\\ud800"}',
    '{"a":"\\x"}',
    ('['.repeat(5000)),
    '{"comment":"a","comment":"b","length":60}',
    'client_id=OpenApi&grant_type=refresh_token',
  );
  return fc.oneof(
    { weight: 12, arbitrary: valuesOf(call.body, ids).map(jsonOf) },
    { weight: 8, arbitrary: brokenOf(call.body, ids).map(jsonOf) },
    { weight: 1, arbitrary: broken },
  );
}

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

function headersOf(tokens: readonly string[]): fc.Arbitrary<Record<string, string>> {
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

/** Requests to /token, which speaks forms. */
export function tokenRequests(): fc.Arbitrary<FuzzRequest> {
  const field = fc.constantFrom('client_id', 'grant_type', 'code', 'refresh_token', 'CLIENT_ID', '__proto__');
  const value = fc.oneof(
    fc.constantFrom('OpenApi', 'openapi', 'authorization_code', 'refresh_token', 'password', ''),
    hostile.map(textOfValue),
  );
  const form = fc
    .array(fc.tuple(field, value), { maxLength: 5 })
    .map((fields) => fields.map(([name, text]) => `${name}=${encoded(text)}`).join('&'));
  const good = value.map((text) => `client_id=OpenApi&grant_type=authorization_code&code=${encoded(text)}`);
  const json = hostile.map((body) => jsonOf(body));
  const type = fc.constantFrom(
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=UTF-8',
    'application/json',
    'text/plain',
    '',
    'multipart/form-data; boundary=x',
  );
  const payload: fc.Arbitrary<string | undefined> = fc.oneof(
    form,
    good,
    json,
    fc.constantFrom('{', '%', 'a=%zz', '&&&'),
  );
  return fc
    .record({
      payload,
      type,
      url: fc.constantFrom('/token', '/Token/', '/token?api-version=3.2', '/token?x=%'),
    })
    .map(({ payload, type, url }) => ({
      call: null,
      method: 'POST',
      url,
      headers: { 'content-type': type },
      payload,
    }));
}

/** Form-encoded; lone surrogates, which have no encoding, as the replacement character. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** What Fastify's inject takes. */
export function injectable({ method, url, headers, payload }: FuzzRequest): InjectOptions {
  return { method: method, url, headers, ...(payload !== undefined && { payload }) };
}
