import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerWith } from '../http/answer.ts';
import { allowOrigin, answerPreflight } from '../http/origin.ts';
import { addressOf } from '../http/request.ts';

/** Negotiations that send a client elsewhere: its path, where to, and the protocol version they pretend to speak. */
const redirections: readonly (readonly [path: string, target: string, version?: string])[] = [
  ['/redirect', '/redirect2'],
  ['/redirect2', '/redirect3/'],
  ['/redirect3', '/redirect4'],
  ['/redirect4', '/signalr/'],
  ['/redirect-query-string', '/redirect-query-string2?name1=value1&name2=value2'],
  ['/redirect-query-string2', '/signalr?name1=newValue&name3=value3'],
  ['/redirect-query-string-clear', '/redirect-query-string-clear2?clearedName=clearedValue'],
  ['/redirect-query-string-clear2', '/signalr'],
  ['/redirect-query-string-invalid', '/signalr?redirect=invalid&/?=/&'],
  ['/redirect-loop', '/redirect-loop2'],
  ['/redirect-loop2', '/redirect-loop'],
  ['/redirect-old-proto', '/signalr', '1.5'],
  ['/redirect-new-proto', '/signalr', '2.1'],
  ['/redirect-future-proto', '/signalr', '2.2'],
];

const fixed: Readonly<Record<string, object>> = {
  '/aspnetcore-signalr': { connectionId: 'fakeConnectionId', availableTransports: [] },
  '/negotiate-error': { ProtocolVersion: '2.0', Error: 'Server-provided negotiate error message!' },
};

/** Answers negotiations of the suite that no SignalR server gives by itself; false when it is none of them. */
export function answerNegotiation(request: IncomingMessage, response: ServerResponse): boolean {
  const { path, query } = addressOf(request);
  const start = `/${path.split('/').find((part) => part !== '') ?? ''}`;
  const answer = fixed[start] ?? redirection(start, query, request.headers.host ?? '');
  if (answer === undefined) return false;
  allowOrigin(request, response);
  if (request.method === 'OPTIONS') answerPreflight(request, response);
  else answerWith(response, 200, 'application/json', JSON.stringify(answer));
  return true;
}

function redirection(path: string, query: URLSearchParams, host: string): object | undefined {
  const [, target, version = '2.0'] = redirections.find(([from]) => from === path) ?? [];
  if (target === undefined) return undefined;
  const name1 = query.get('name1') ?? '';
  const told = path === '/redirect-query-string2' && name1 !== '' ? `&origName1=${name1}` : '';
  return {
    ProtocolVersion: version,
    RedirectUrl: `http://${host}${target}${told}`,
    AccessToken: 'TestToken',
  };
}
