import { expect, test } from 'vitest';
import { type Asked, startLoopback } from './loopback.ts';
import { pair } from './pairing.ts';
import { createTokenKeeper, type Tokens } from './tokens.ts';

function tokenReply(asked: Asked) {
  const form = new URLSearchParams(asked.body);
  const kind = form.get('grant_type') ?? '';
  const secret = form.get('code') ?? form.get('refresh_token') ?? '';
  return { body: { access_token: `${kind}:${secret}`, refresh_token: 'next', expires_in: 3600 } };
}

test('pairing shows a PIN, waits until it was typed and then gets the tokens', async () => {
  let questions = 0;
  await using server = await startLoopback((asked) => {
    if (asked.url.startsWith('/api/pin/create')) return { body: { pin: '123456', secret: 's+/=' } };
    if (asked.url.startsWith('/api/pin/status')) {
      questions += 1;
      return { body: { status: questions < 3 ? 'Validating' : 'Validated' } };
    }
    return tokenReply(asked);
  });
  const pairing = await pair({ baseUrl: server.baseUrl, version: '3.2', pollMilliseconds: 1 });
  expect(pairing.pin).toBe('123456');
  expect(await pairing.tokens()).toMatchObject({
    accessToken: 'authorization_code:s+/=',
    refreshToken: 'next',
  });
  expect(questions).toBe(3);
  expect(server.asked[1]?.body).toBe('"s+/="');
});

test('a PIN that nobody typed in time is WrongOrExpired', async () => {
  await using server = await startLoopback((asked) => ({
    body: asked.url.startsWith('/api/pin/create')
      ? { pin: '123456', secret: 's' }
      : { status: 'WrongOrExpired' },
  }));
  const pairing = await pair({ baseUrl: server.baseUrl, version: '3.2' });
  await expect(pairing.tokens()).rejects.toMatchObject({ code: 'WrongOrExpired' });
});

test('waiting ends with the signal', async () => {
  await using server = await startLoopback((asked) => ({
    body: asked.url.startsWith('/api/pin/create') ? { pin: '123456', secret: 's' } : { status: 'Validating' },
  }));
  const abort = new AbortController();
  const pairing = await pair({ baseUrl: server.baseUrl, version: '3.2', signal: abort.signal });
  const waiting = pairing.tokens();
  abort.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});

test('requests at the same moment share one refresh, and the new tokens are saved', async () => {
  await using server = await startLoopback(tokenReply);
  const saved: Tokens[] = [];
  const old = { accessToken: 'a', refreshToken: 'r', expiresAt: Date.now() };
  const keeper = createTokenKeeper(server, old, (tokens) => {
    saved.push(tokens);
  });
  const headers = await Promise.all([keeper.authorization(), keeper.authorization()]);
  expect(headers).toEqual(['Bearer refresh_token:r', 'Bearer refresh_token:r']);
  expect(await keeper.authorization()).toBe('Bearer refresh_token:r');
  expect(server.asked).toHaveLength(1);
  expect(saved).toHaveLength(1);
});

test('a refused refresh tells OAuth’s code', async () => {
  await using server = await startLoopback(() => ({
    status: 400,
    body: { error: 'invalid_grant', error_description: 'Used.' },
  }));
  const keeper = createTokenKeeper(server, { accessToken: 'a', refreshToken: 'r', expiresAt: 0 }, () => {});
  await expect(keeper.authorization()).rejects.toMatchObject({
    code: 'invalid_grant',
    message: 'Used.',
    status: 400,
  });
});
