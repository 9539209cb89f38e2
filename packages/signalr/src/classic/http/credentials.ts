import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { addressOf } from '../../http/request.ts';

/**
 * A digest of what a request proves its sender by. What opened a connection stays good for it until it ends, so later
 * requests that carry the same are not asked about again, even when a token in it has expired meanwhile.
 */
export function credentialsOf(request: IncomingMessage): string {
  const { authorization = '', cookie = '' } = request.headers;
  const token = addressOf(request).query.get('access_token') ?? '';
  return createHash('sha256')
    .update(JSON.stringify([authorization, cookie, token]))
    .digest('base64');
}
