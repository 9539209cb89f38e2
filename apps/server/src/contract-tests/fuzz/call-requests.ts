import { areaPrefix, type Call } from '@stint/contract';
import fc from 'fast-check';
import { headersOf } from './headers.ts';
import { hostile } from './hostile.ts';
import { jsonOf, textOfValue } from './json.ts';
import { encoded, type FuzzRequest, mostly } from './request.ts';
import { brokenOf, type Ids, valuesOf } from './values.ts';

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
  const collection = mostly('', '/demo', '/DEMO', '/other', '/no where', '/\0');
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
      Object.entries(query ?? {}).map(([name, value]) => `${encoded(name)}=${encoded(textOfValue(value))}`),
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
    '['.repeat(5000),
    '{"comment":"a","comment":"b","length":60}',
    'client_id=OpenApi&grant_type=refresh_token',
  );
  return fc.oneof(
    { weight: 12, arbitrary: valuesOf(call.body, ids).map(jsonOf) },
    { weight: 8, arbitrary: brokenOf(call.body, ids).map(jsonOf) },
    { weight: 1, arbitrary: broken },
  );
}
