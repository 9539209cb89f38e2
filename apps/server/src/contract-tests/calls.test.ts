import { allCalls, type Call } from '@stint/contract';
import { describe, expect, test } from 'vitest';
import { type Spelling, requestOf, useWire } from './http.ts';
import { samples } from './samples.ts';
import { answerFault } from './shapes.ts';

const wire = useWire();

/** Asks a call with a fresh sample in a spelling; the answer must be 200 and of the documented form. */
async function ask(call: Call, spelling?: Spelling): Promise<object> {
  const sample = await samples[call.id as keyof typeof samples](wire);
  const { status, body, headers } = await wire.send(requestOf(call, sample, spelling));
  const fault = status === 200 ? answerFault(call, body) : body;
  expect({ status, fault }).toEqual({ status: 200, fault: null });
  const versions = call.area === 'auth' ? null : '3.0, 3.1, 3.2, 3.3-beta';
  expect(headers.get('api-supported-versions')).toBe(versions);
  return body;
}

test('there is a sample for every call', () => {
  expect(new Set(Object.keys(samples))).toEqual(new Set(allCalls.map((call) => call.id)));
});

const spellings: Record<string, Spelling> = {
  'its documented address': {},
  'capital letters': {
    path: (path) => path.toUpperCase(),
    option: (name) => encodeURIComponent(name.toUpperCase()),
  },
  'small letters and a trailing slash': {
    path: (path) => `${path.toLowerCase()}/`,
    option: (name) => name.toLowerCase(),
  },
  'options without their dollar sign': { option: (name) => name.replace('$', '') },
  'a bare dollar sign': { option: (name) => name },
};

const versions = ['3.0', '3.0-preview', '3.1', '3.1-BETA', '3.2-beta', '3.3-beta'];

/** Only of calls with a version, which also live below a collection. */
const versioned: Record<string, Spelling> = {
  ...Object.fromEntries(
    versions.map((version) => [`version ${version}`, { version: `api-version=${version}` }]),
  ),
  'API-VERSION in capitals': { version: 'API-VERSION=3.2' },
  'the collection demo': { path: (path) => path.replace('/api/', '/api/demo/') },
  'the collection DEMO': { path: (path) => path.replace('/api/', '/API/DEMO/') },
};

function spellingsOf(call: Call): [string, Spelling][] {
  const aliases = call.aliases.map((alias): [string, Spelling] => [
    `${alias.method ?? ''} ${alias.path}`,
    { alias },
  ]);
  return [
    ...Object.entries(spellings),
    ...(call.area === 'auth' ? [] : Object.entries(versioned)),
    ...aliases,
  ];
}

describe.each(allCalls.map((call) => [call.id, call] as const))(
  '%s answers as documented at',
  (_id, call) => {
    test.each(spellingsOf(call))('%s', async (_name, spelling) => {
      await ask(call, spelling);
    });
  },
);

describe('version 2.1', () => {
  test.each(allCalls.filter(({ area }) => area !== 'auth').map((call) => [call.id, call] as const))(
    '%s',
    async (_id, call) => {
      const sample = await samples[call.id as keyof typeof samples](wire);
      const { status, body, headers } = await wire.send(
        requestOf(call, sample, { version: 'api-version=2.1' }),
      );
      if (call.area === 'rest') {
        expect([status, body['error']?.['errorCode']]).toEqual([400, 'ApiVersionError']);
      } else {
        expect({ status, fault: answerFault(call, body) }).toEqual({ status: 200, fault: null });
        expect(headers.get('deprecation')).toBe('@1735689600');
      }
    },
  );
});
