import type { FastifyRequest } from 'fastify';
import type { Environment } from '../environment.ts';

/** The address that people use, without a trailing slash: the configured one, else the one this request came to. */
export function publicUrlOf(environment: Pick<Environment, 'publicUrl'>, request: FastifyRequest): string {
  return environment.publicUrl ?? `${request.protocol}://${request.host}`;
}
