import type { FastifyRequest } from 'fastify';
import type { Environment } from '../environment.ts';

/**
 * The address under which this request's organization is used, without a trailing slash: `STINT_PUBLIC_URL`, with the
 * request's own host where that is an organization's label before it; without the setting, what the client asked.
 */
export function publicUrlOf(environment: Pick<Environment, 'publicUrl'>, request: FastifyRequest): string {
  if (environment.publicUrl === null) return `${request.protocol}://${request.host}`;
  const url = new URL(environment.publicUrl);
  const host = request.host.toLowerCase();
  if (host.endsWith(`.${url.host}`) && /^[a-z0-9.:-]+$/.test(host)) url.host = host;
  return url.href.replace(/\/$/, '');
}
