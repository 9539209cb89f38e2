import { gunzipSync } from 'node:zlib';
import { allCalls, type Call } from '@stint/contract';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { setSettings } from '../settings.ts';
import { answerFault, refusalFault, reportingRefusalFault, tokenRefusalFault } from '../shapes.ts';
import type { Ids } from './values.ts';
import { requestsTo } from './call-requests.ts';
import { type FuzzRequest, injectable } from './request.ts';
import { strangeRequests } from './strange-requests.ts';
import { tokenRequests } from './token-requests.ts';

/** How many times the usual number of requests; more for a longer search. */
const SCALE = Number(process.env['FUZZ_SCALE'] ?? 1);
/** Calls that take a body are tried more often. */
const WITH_BODY = 500 * SCALE;
const WITHOUT_BODY = 150 * SCALE;
/** Those that write everything there is into a file take as long as hundred others. */
const EXPORTS = 15 * SCALE;
const STRANGE_REQUESTS = 2_500 * SCALE;
const TOKEN_REQUESTS = 1_500 * SCALE;
const PATIENCE_MILLISECONDS = 900_000;

type Answer = Awaited<ReturnType<TestServer['server']['app']['inject']>>;

const byId = new Map(allCalls.map((call) => [call.id, call]));
const callOf = (request: FuzzRequest): Call | undefined => byId.get(request.call ?? '');

let at: TestServer;
let ids: Ids;
let tokens: string[] = [];
/** What the server logged as faults of its own. */
const faults: string[] = [];
let sent = 0;

beforeAll(async () => {
  const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) });
  at = await testServer({ log });
  await openUp();
  const { team, product, administrator, none, stranger } = at.people;
  const organization = await at.server.dependencies.organizations.byId(at.organizationId);
  const added = await at.ask(team, 'POST', '/api/rest/workLogs', { length: 60, comment: 'fuzzed' });
  ids = {
    activityTypes: (organization?.activityTypes ?? []).map(({ id }) => id),
    others: [team.id, product.id, stranger.id, textOf(added.body['data']?.['id'])],
  };
  tokens = [
    ...Array.from({ length: 8 }, () => administrator.token),
    team.token,
    team.token,
    product.token,
    none.token,
    stranger.token,
    'garbage',
  ];
});
afterAll(() => at.close());

/** Both organizations out of maintenance, with rules that refuse little, so that requests reach what they are about. */
async function openUp(): Promise<void> {
  for (const organizationId of [at.organizationId, at.otherOrganizationId])
    await setSettings(at, { futureDays: null }, organizationId);
}

/** Sends it; fails on a fault of the server, an undocumented shape, or a worklog that is not there afterwards. */
async function check(request: FuzzRequest): Promise<void> {
  sent += 1;
  const answer = await at.server.app.inject(injectable(request));
  const { statusCode: status } = answer;
  const text = textIn(answer);
  const body = bodyOf(text);
  const told = JSON.stringify({ status, body: text.slice(0, 600), faults });
  faults.length = 0;
  // The one call that asks somebody else, who is not there.
  const mayFail = request.call === 'setConnection' && status === 503;
  if (status >= 500 && !mayFail) throw new Error(`a fault of the server: ${told}`);
  if (request.method === 'HEAD' || status === 204) return;
  // Tables are another form of what the schema describes.
  if (status === 200 && String(answer.headers['content-type']).startsWith('text/csv')) return;
  const fault = shapeFault(request, status, body, answer.headers['retry-after']);
  if (fault) throw new Error(`${JSON.stringify(fault)} in ${told}`);
  // It may have closed an organization to all requests after it.
  if (status === 200 && callOf(request)?.duringMaintenance && request.method !== 'GET') await openUp();
  const writesWorkLogs = request.method !== 'GET' && callOf(request)?.path.startsWith('/workLogs');
  if (status === 200 && writesWorkLogs) await checkKept(request, body);
}

function shapeFault(request: FuzzRequest, status: number, body: unknown, retryAfter: unknown): unknown {
  const call = callOf(request);
  if (status < 400) return call ? answerFault(call, body) : null;
  if (isReporting(request.url)) return reportingRefusalFault(body);
  const isToken =
    request.method === 'POST' && /^\/token\/?$/i.test(new URL(request.url, 'http://localhost').pathname);
  return isToken ? tokenRefusalFault(status, body) : refusalFault(status, body, retryAfter);
}

/** Reporting clients are refused in the form of OData. */
function isReporting(url: string): boolean {
  // As it is sent: without the dots that lead up and down again.
  const sent = URL.parse(url, 'http://localhost')?.pathname ?? url;
  return /^\/api\/([^/?]+\/)?odata([/?]|$)/i.test(sent);
}

function textIn({ headers, rawPayload }: Answer): string {
  // To HEAD it is answered how the body would be compressed, and no body.
  const isCompressed = headers['content-encoding'] === 'gzip' && rawPayload.length > 0;
  return (isCompressed ? gunzipSync(rawPayload) : rawPayload).toString();
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}

/** Every worklog that an answer says was written is read again as it was answered. */
async function checkKept(request: FuzzRequest, body: unknown): Promise<void> {
  const { data } = body as { data: unknown };
  if (/validateOnly/i.test(request.url)) return;
  for (const workLog of [data].flat() as ({ id: string } | null)[]) {
    if (workLog === null) continue;
    const [path = ''] = request.url.toLowerCase().split(/\/worklogs/);
    const url = `${path}/workLogs/${workLog.id}?api-version=3.2`;
    const { authorization = '', host } = request.headers;
    const read = await at.server.app.inject({
      url,
      headers: { authorization, ...(host !== undefined && { host }) },
    });
    const shown = withoutNames(JSON.parse(read.body));
    expect(shown).toEqual(withoutNames({ data: workLog }));
  }
}

/** `displayName` depends on the request's own `$expand`. */
function withoutNames(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (name, each: unknown) => (name === 'displayName' ? null : each)));
}

function timesOf({ id, body }: Call): number {
  if (id.startsWith('export')) return EXPORTS;
  return JSON.stringify(body).length > 40 ? WITH_BODY : WITHOUT_BODY;
}

const run = (requests: fc.Arbitrary<FuzzRequest>, numRuns: number) =>
  fc.assert(fc.asyncProperty(requests, check), { numRuns });

test.each(allCalls.map((call) => [call.id, call] as const))(
  '%s: no request makes the server fail',
  (_id, call) => run(requestsTo(call, ids, tokens), timesOf(call)),
  PATIENCE_MILLISECONDS,
);

test(
  'no address makes the server fail',
  () => run(strangeRequests(tokens), STRANGE_REQUESTS),
  PATIENCE_MILLISECONDS,
);

test(
  'no token request makes the server fail',
  () => run(tokenRequests(), TOKEN_REQUESTS),
  PATIENCE_MILLISECONDS,
);

test('at least 20,000 requests were sent, and the server still answers', async () => {
  expect(sent).toBeGreaterThanOrEqual(20_000);
  // One of the people of before may have been erased by a request that guessed right.
  const somebody = await at.addPerson(at.organizationId, 'afterwards', 'Team');
  const { status } = await at.ask(somebody, 'GET', '/api/rest/me');
  expect(status).toBe(200);
});
