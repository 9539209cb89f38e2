import type { FastifyRequest } from 'fastify';
import type { Environment } from '../environment.ts';
import { Refusal } from '../refusal.ts';

/**
 * The address that people use, without a trailing slash: the configured one, with the request's own host where that
 * puts an organization's label before it; else the one this request came to. ApiVersionError for a malformed host.
 */
export function publicUrlOf(environment: Pick<Environment, 'publicUrl'>, request: FastifyRequest): string {
  const host = request.host.toLowerCase();
  if (!/^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(host) || !URL.canParse(`http://${host}`)) {
    throw new Refusal('ApiVersionError', 'The header Host is not the name of a host.');
  }
  if (environment.publicUrl === null) return `${request.protocol}://${host}`;
  const url = new URL(environment.publicUrl);
  if (host.endsWith(`.${url.host}`)) url.host = host;
  return url.href.replace(/\/$/, '');
}
