import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { useWire } from './http.ts';
import { refusalFault } from './shapes.ts';

const wire = useWire();

/** Sends bytes as they are; answers everything that came back until the server closed the connection. */
function sendRaw(text: string): Promise<{ status: number; head: string; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(wire.base).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => void chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), head, body });
    });
    socket.write(text, 'latin1');
  });
}

const request = (line: string, headers: string[] = []) =>
  `${[`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;

describe('what is no proper HTTP is refused in the documented shape', () => {
  test.each([
    ['a malformed escape', request('GET /api/rest/%zz?api-version=3.2'), 400],
    ['half an escape', request('GET /api/rest/me%?api-version=3.2'), 400],
    ['an escape that is no UTF-8', request('GET /api/rest/users/%E0%A4?api-version=3.2'), 400],
    ['bytes that are no request', 'nonsense\r\n\r\n', 400],
    ['an unknown method', request('BREW /api/rest/me'), 400],
    ['headers without end', request('GET /api/rest/me', [`X-Long: ${'x'.repeat(70_000)}`]), 431],
    ['a body that does not fit its length', request('POST /token', ['Content-Length: x']), 400],
    ['two different lengths', request('POST /token', ['Content-Length: 1', 'Content-Length: 2']), 400],
  ])('%s', async (_name, text, expected) => {
    const { status, body } = await sendRaw(text);
    expect([status, refusalFault(status, JSON.parse(body), null)]).toEqual([expected, null]);
  });
});

test('an address of 50,000 characters is read', async () => {
  const question = `GET /api/odata/v3.2/workLogsOnly?$filter=${"Comment%20eq%20'x'%20or%20".repeat(2_000)}`;
  const { status } = await sendRaw(request(question));
  expect(status).toBe(401);
});

describe('odd addresses are read', () => {
  test.each([
    ['a doubled slash', 'GET /api//rest/me?api-version=3.2', 404],
    ['a whole URL', 'GET http://localhost/api/rest/me?api-version=3.2', 401],
    ['dots', 'GET /api/rest/../rest/me?api-version=3.2', 404],
    ['a letter as an escape', 'GET /api/rest/m%65?api-version=3.2', 401],
    ['a fragment', 'GET /api/rest/me?api-version=3.2#x', 400],
    ['options twice', 'GET /api/rest/me?api-version=3.2&api-version=nonsense', 401],
    ['bytes that are no ASCII', 'GET /api/rest/m\u00e9?api-version=3.2', 400],
  ])('%s', async (_name, line, expected) => {
    const { status, body } = await sendRaw(request(line));
    expect([status, refusalFault(status, JSON.parse(body), null)]).toEqual([expected, null]);
  });
});

test('the organization is the first label of the host name, in any letter case', async () => {
  const { team, stranger } = wire.stint.people;
  const ask = async (host: string, token: string) => {
    const head = [
      'GET /api/rest/me?api-version=3.2 HTTP/1.1',
      `Host: ${host}`,
      `Authorization: Bearer ${token}`,
      'Connection: close',
    ];
    return (await sendRaw(`${head.join('\r\n')}\r\n\r\n`)).status;
  };
  expect(await ask('other.time.example.com', stranger.token)).toBe(200);
  expect(await ask('OTHER.time.example.com:8443', stranger.token)).toBe(200);
  expect(await ask('other.localhost:7070', stranger.token)).toBe(200);
  expect(await ask('other.time.example.com', team.token)).toBe(401);
  expect(await ask('unknown.time.example.com', team.token)).toBe(200);
  expect(await ask('127.0.0.1', team.token)).toBe(200);
  expect(await ask('[::1]:7070', team.token)).toBe(200);
});
