import { allCalls, areaPrefix } from '@stint/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../testing/test-server.ts';
import { describedRoutes, routesOf } from './routes.ts';

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: object;
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

/** Routes that are no calls of the contract, each documented elsewhere (docs/api.md, docs/operations.md). */
const besideTheContract = [
  'GET /',
  'GET /api/openapi.json',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'POST /token',
  'POST /token/revoke',
  'GET /desktop/updates/:/:',
  'GET /desktop/files/:',
  'GET /auth/openid/start',
  'GET /auth/openid/callback',
];

let at: TestServer;
let document: Document;

beforeAll(async () => {
  at = await testServer();
  document = (await at.ask(null, 'GET', '/API/OpenAPI.json/')).body as unknown as Document;
});
afterAll(() => at.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(document as never);
  expect(result.errors ?? []).toEqual([]);
  expect([result.valid, document.openapi]).toEqual([true, '3.1.0']);
});

test('every call is in it once, under its own id', () => {
  const described = operations().map(
    ({ path, method, operation }) => `${operation.operationId}: ${method.toUpperCase()} ${path}`,
  );
  const expected = allCalls.map(
    (call) =>
      `${call.id}: ${call.method} ${areaPrefix[call.area]}${call.path.replaceAll(/:(\$?\w+)/g, '{$1}')}`,
  );
  expect(new Set(described)).toEqual(new Set(expected));
  expect(new Set(operations().map(({ operation }) => operation.operationId)).size).toBe(described.length);
});

test('every call of the contract is served', () => {
  const served = new Set(routesOf(at.server.app));
  expect(describedRoutes().filter((route) => !served.has(route))).toEqual([]);
});

test('every served route is a call of the contract, or known to be none', () => {
  const known = new Set([...describedRoutes(), ...besideTheContract]);
  const unknown = routesOf(at.server.app).filter((route) => !known.has(route));
  // The pages' files, and the reporting addresses, which describe themselves by $metadata.
  const elsewhere = / \/(\*|api\/odata\*?|assets\/.*|[\w-]+\.\w+)$/;
  expect(unknown.filter((route) => !elsewhere.test(route))).toEqual([]);
});

describe('rules for every operation', () => {
  test('a summary is a sentence', () => {
    expect(operations().filter(({ operation }) => !/^[A-Z].{5,}\.$/.test(operation.summary))).toEqual([]);
  });

  test('parameters in the path are exactly those of the path, and required', () => {
    for (const { path, operation } of operations()) {
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{[^}]+\}/g) ?? []);
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  });

  test('a GET has no body', () => {
    expect(operations().filter(({ method, operation }) => method === 'get' && operation.requestBody)).toEqual(
      [],
    );
  });

  test('a property that holds a length says that it is in seconds', () => {
    const silent = operations().flatMap(({ operation }) =>
      lengthsIn(operation).flatMap(([name, schema]) =>
        /second/i.test(JSON.stringify(schema)) ? [] : [`${operation.operationId}: ${name}`],
      ),
    );
    expect(silent).toEqual([]);
  });
});

/** Properties named like a length, wherever they are, with their schemas. */
function lengthsIn(value: unknown): [string, object][] {
  if (value === null || typeof value !== 'object') return [];
  const { properties } = value as { properties?: Record<string, object> };
  const own = Object.entries(properties ?? {}).filter(([name]) => /(length|secondsLeft)$/i.test(name));
  return [...own, ...Object.values(value).flatMap(lengthsIn)];
}
