import type { AddressInfo } from 'node:net';
import { startSimulator } from '@stint/azure-devops-simulator';
import { areaPrefix, type Call } from '@stint/contract';
import { afterAll, beforeAll } from 'vitest';
import { addWorkItems } from '../features/work-items/testing.ts';
import { type Json, type TestPerson, type TestServerOptions, testServer } from '../testing/test-server.ts';
import type { Ground, Sample } from './sample.ts';

/** A request over real HTTP. */
export interface WireRequest {
  method: string;
  /** Path and query, as they go onto the wire. */
  url: string;
  person?: TestPerson | null;
  headers?: Record<string, string>;
  /** A text goes as it is, anything else as JSON. */
  body?: unknown;
}

export interface WireAnswer {
  status: number;
  headers: Headers;
  body: Json;
}

/** A server that listens on loopback, and a way to ask it. */
export interface Wire extends Ground {
  /** Such as `http://127.0.0.1:41307`. */
  base: string;
  send(request: WireRequest): Promise<WireAnswer>;
}

/** The items that samples name or find, one below the other. */
const workItems = [
  { id: 8948, title: 'Doors' },
  { id: 7, title: 'Fix the door', effort: 3, parent_id: 8948, state_category: 'InProgress' },
];

/** Sets a listening server up for the tests of a file. */
export function useWire(options: TestServerOptions = {}): Wire {
  const wire = {} as Wire;
  let stopSimulator = async () => {};
  beforeAll(async () => {
    const environment = {
      secretKey: 'ab'.repeat(32),
      webhookPrivateAddresses: true,
      ...options.environment,
    };
    wire.stint = await testServer({ ...options, environment });
    await addWorkItems(wire.stint.server.dependencies.database.system, wire.stint.organizationId, workItems);
    const { url, stop } = await startSimulator({ port: 0, workItems: 8 });
    wire.simulatorUrl = url;
    stopSimulator = stop;
    const { app } = wire.stint.server;
    await app.listen({ port: 0, host: '127.0.0.1' });
    wire.base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    wire.send = (request) => sendTo(wire.base, request);
  });
  afterAll(async () => {
    await wire.stint.close();
    await stopSimulator();
  });
  return wire;
}

async function sendTo(
  base: string,
  { method, url, person = null, headers = {}, body }: WireRequest,
): Promise<WireAnswer> {
  const response = await fetch(base + url, {
    method,
    headers: {
      ...(person && { authorization: `Bearer ${person.token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' || isJson(response) ? readJson(text) : ({ text } as unknown as Json),
  };
}

function readJson(text: string): Json {
  return text === '' ? {} : (JSON.parse(text) as Json);
}

function isJson({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('application/json') ?? false;
}

/** How an address may be written beside the usual way. */
export interface Spelling {
  /** The path as a client writes it. */
  path?: (path: string) => string;
  /** The name of a query option as a client writes it. */
  option?: (name: string) => string;
  version?: string;
  /** The path of another alias of the call. */
  alias?: { method?: Call['method']; path: string };
}

/** The request that asks a call with a sample in one spelling. */
export function requestOf(call: Call, sample: Sample, spelling: Spelling = {}): WireRequest {
  const { path: write = same, option = encodeURIComponent, version = 'api-version=3.2', alias } = spelling;
  const { params = {}, query = {}, body } = sample;
  const rest = { ...query };
  const path = (areaPrefix[call.area] + (alias?.path ?? call.path)).replaceAll(
    /:(\$?\w+)/g,
    (_, name: string) => {
      const value = params[name] ?? rest[name];
      delete rest[name];
      return encodeURIComponent(String(value));
    },
  );
  const options = Object.entries(rest).map(
    ([name, value]) => `${option(name)}=${encodeURIComponent(String(value))}`,
  );
  const isVersioned = call.area !== 'auth';
  const search = [...(isVersioned ? [version] : []), ...options].join('&');
  return {
    method: alias?.method ?? call.method,
    url: write(path) + (search === '' ? '' : `?${search}`),
    ...(sample.person !== undefined && { person: sample.person }),
    ...(sample.headers && { headers: sample.headers }),
    ...(body !== undefined && { body }),
  };
}

function same(text: string): string {
  return text;
}
