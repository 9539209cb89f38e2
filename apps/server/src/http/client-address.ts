import type { IncomingMessage } from 'node:http';

/**
 * The client's address as Fastify reads it for requests: behind trusted proxies the one that the outermost of them was
 * asked by (`X-Forwarded-For`), else that of the socket.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustedProxies: number,
): string | null {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const way = [...forwarded, socket.remoteAddress ?? ''].toReversed();
  return way[Math.min(trustedProxies, way.length - 1)] || null;
}
