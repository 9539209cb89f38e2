import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { expect, test } from 'vitest';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

test.each([
  ['without a token', '/signalr/test', 401],
  ['to nothing', '/elsewhere', 404],
])(
  'an upgrade that is refused (%s) is answered whole, as text that no browser takes for more',
  async (_name, path, status) => {
    await using served = await serve({ hubs: [testHub()] });
    const asked = request(`${served.address}${path}`, { headers: UPGRADE });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    let text = '';
    for await (const part of answer) text += String(part);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject({
      connection: 'close',
      'content-type': 'text/plain',
      'content-length': String(text.length),
      'x-content-type-options': 'nosniff',
    });
  },
);
