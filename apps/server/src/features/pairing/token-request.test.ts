import { assert, constant, jsonValue, oneof, property, string, webQueryParameters } from 'fast-check';
import { expect, it } from 'vitest';
import { readTokenRequest, TokenError } from './token-request.ts';

it('reads the secret of a client that does not encode its form', () => {
  const body = 'client_id=OpenApi&grant_type=authorization_code&code=+ab/c+d=';
  expect(readTokenRequest(body)).toEqual({ grantType: 'authorization_code', code: '+ab/c+d=' });
});

it('reads the refresh token as it is', () => {
  const body = { client_id: 'openapi', grant_type: 'refresh_token', refresh_token: ' x ' };
  expect(readTokenRequest(body)).toEqual({ grantType: 'refresh_token', refreshToken: ' x ' });
});

it('refuses everything else with an error of RFC 6749', () => {
  const wrong = oneof(jsonValue(), string(), webQueryParameters(), constant(undefined));
  assert(
    property(wrong, (body) => {
      expect(() => readTokenRequest(body)).toThrow(TokenError);
    }),
  );
});
