import { allCalls, type Call } from '@stint/contract';
import { describe, expect, test } from 'vitest';
import { requestOf, useWire } from './http.ts';
import { samples } from './samples.ts';
import { answerFault } from './shapes.ts';

const wire = useWire();

/** Every object and list of a body rewritten, from the inside out. */
function rewrite(
  value: unknown,
  change: (entry: [string, unknown]) => [string, unknown][],
  more: object = {},
): unknown {
  if (Array.isArray(value)) return value.map((each) => rewrite(each, change, more));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([name, each]) =>
    change([name, rewrite(each, change, more)]),
  );
  return { ...Object.fromEntries(entries), ...more };
}

const plain = (value: unknown): value is number | boolean =>
  typeof value === 'number' || typeof value === 'boolean';

const STRANGE = 'with fields that nobody knows';

/** How clients write the same body (api.md 3.3). */
const ways: Record<string, (body: unknown) => unknown> = {
  'with field names in capitals': (body) => rewrite(body, ([name, value]) => [[name.toUpperCase(), value]]),
  'with field names in small letters': (body) =>
    rewrite(body, ([name, value]) => [[name.toLowerCase(), value]]),
  'with numbers and truth values as texts': (body) =>
    rewrite(body, ([name, value]) => [[name, plain(value) ? String(value) : value]]),
  [STRANGE]: (body) =>
    rewrite(body, (entry) => [entry], { '@odata.type': '#x', nested: { deep: [1] }, 'another one': null }),
  'with a byte order mark': (body) => `\uFEFF${JSON.stringify(body)}`,
};

const withBody: [string, Call][] = allCalls
  .filter(
    ({ area, body }) =>
      area !== 'auth' &&
      ('properties' in body
        ? Object.keys(body.properties as object).length > 0
        : body['type' as never] === 'array'),
  )
  .map((call) => [call.id, call]);

/** Calls whose body says that they refuse what they do not know: settings, where a mistyped rule must not seem to be on. */
const isStrict = ({ body }: Call) => 'additionalProperties' in body && body.additionalProperties === false;

describe.each(Object.entries(ways))('a body %s', (way, write) => {
  test.each(withBody.filter(([, call]) => way !== STRANGE || !isStrict(call)))(
    'is read by %s',
    async (id, call) => {
      const sample = await samples[id as keyof typeof samples](wire);
      const { status, body } = await wire.send(requestOf(call, { ...sample, body: write(sample.body) }));
      expect({ status, fault: status === 200 ? answerFault(call, body) : body }).toEqual({
        status: 200,
        fault: null,
      });
    },
  );
});

test.each([
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'text/json; charset=utf-8',
  'application/vnd.api+json',
])('JSON is JSON whatever the client calls it: %s', async (type) => {
  const { team } = wire.stint.people;
  const body = { length: 60, comment: 'a + b & c=d' };
  const answer = await wire.send({
    method: 'POST',
    url: '/api/rest/workLogs?api-version=3.2',
    person: team,
    body,
    headers: { 'content-type': type },
  });
  expect(answer).toMatchObject({ status: 200, body: { data: { comment: 'a + b & c=d' } } });
});

test.each(withBody.filter(([, call]) => isStrict(call)))(
  '%s refuses fields that nobody knows, naming them',
  async (id, call) => {
    const sample = await samples[id as keyof typeof samples](wire);
    const body = { ...(sample.body as object), nobodyKnows: 1 };
    expect(await wire.send(requestOf(call, { ...sample, body }))).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('"nobodyKnows"') } },
    });
  },
);
