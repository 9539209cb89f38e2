import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';

/**
 * Refuses sign-in requests that another site's page may have sent, so that nobody can be signed in to a foreign
 * account unknowingly: browsers say where a request comes from, and a plain form cannot send JSON.
 */
export function checkSameOrigin(request: FastifyRequest, publicUrl: string): void {
  const { origin, 'sec-fetch-site': site, 'content-type': type } = request.headers;
  const hosts = [new URL(publicUrl).host, request.host.toLowerCase()];
  if (origin !== undefined && !(URL.canParse(origin) && hosts.includes(new URL(origin).host))) {
    throw new Refusal('AccessDenied', 'This request comes from a page of another site.');
  }
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Refusal('AccessDenied', 'This request comes from a page of another site.');
  }
  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) {
    throw new Refusal('AccessDenied', 'The header Content-Type must be application/json here.');
  }
}
