import type { FastifyReply } from 'fastify';
import type { Dependencies } from '../../dependencies.ts';
import { ACCESS_SECONDS, type Grant, organizationOf, redeemSecret, refresh } from './grants.ts';
import { asTokenError } from './token-error.ts';
import { CLIENT_ID, readTokenRequest, TokenError, type TokenRequest } from './token-request.ts';

/** `POST /token`: exchanges the secret of a typed PIN, or a refresh token, for new tokens (api.md 5). */
export function tokenRoute({ app, database, feed }: Dependencies): void {
  async function grantFor(asked: TokenRequest, address: string): Promise<Grant> {
    const secret = asked.grantType === 'refresh_token' ? asked.refreshToken : asked.code;
    const organizationId = await organizationOf(database.system, secret);
    if (organizationId === null) throw unknown(asked);
    const db = database.organization(organizationId);
    const source = { personId: null, via: 'pairing', address } as const;
    if (asked.grantType === 'authorization_code') {
      const grant = await redeemSecret(db, organizationId, secret, source);
      if (grant === null) throw unknown(asked);
      return grant;
    }
    const refreshed = await refresh(db, organizationId, secret, source);
    if ('grant' in refreshed) return refreshed.grant;
    if (refreshed.refused === 'unknown') throw unknown(asked);
    feed.tell(organizationId);
    throw new TokenError(
      'invalid_grant',
      'This refresh token was used before, so the app was unpaired; pair it again.',
    );
  }

  app.post('/token', {
    config: { takesText: true },
    handler: async (request, reply) => {
      const grant = await grantFor(readTokenRequest(request.body), request.ip);
      return uncached(reply).send(answerOf(grant));
    },
    errorHandler: (error, request, reply) => {
      const refused = asTokenError(error);
      if (refused === null) throw error;
      request.log.debug({ error: refused.error }, 'token refused');
      void uncached(reply).code(400).send({ error: refused.error, error_description: refused.message });
    },
  });
}

/** The wire form of a grant. */
function answerOf({ accessToken, refreshToken, issued, expires }: Grant): object {
  return {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: ACCESS_SECONDS,
    refresh_token: refreshToken,
    '.issued': new Date(issued).toUTCString(),
    '.expires': new Date(expires).toUTCString(),
    client_id: CLIENT_ID,
  };
}

function unknown({ grantType }: TokenRequest): TokenError {
  const description =
    grantType === 'refresh_token'
      ? 'The refresh token is unknown, expired or revoked; pair again.'
      : 'The code is unknown, expired or used already, or its PIN was not typed yet.';
  return new TokenError('invalid_grant', description);
}

function uncached(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store').header('pragma', 'no-cache');
}
