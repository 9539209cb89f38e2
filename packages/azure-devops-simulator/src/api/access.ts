import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AzureError, errorBody } from './errors.ts';
import { parameter, type Query } from './query.ts';

/** A hook that lets only requests with the PAT pass; others get 401 as Azure DevOps answers it, in JSON or HTML. */
export function requirePat(pat: string): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    if (hasPassword(request.headers.authorization, pat)) return undefined;
    const message = "TF400813: The user '' is not authorized to access this resource.";
    void reply
      .status(401)
      .header('WWW-Authenticate', [
        'Bearer authorization_uri=https://login.example/common',
        `Basic realm="${request.protocol}://${request.host}/"`,
        'TFS-Federated',
      ]);
    if (wantsJson(request)) return reply.send(errorBody('UnauthorizedRequestException', message));
    return reply
      .type('text/html; charset=utf-8')
      .send(`<!DOCTYPE html><title>Access Denied</title><p>${message}</p>`);
  };
}

/** A hook that demands a version, in the Accept header or the query, on requests that change or search something. */
export async function requireVersion(request: FastifyRequest): Promise<void> {
  const accepted = /api-version=([\d.]+)/i.exec(request.headers.accept ?? '')?.[1];
  const version = accepted ?? parameter(request.query as Query, 'api-version');
  if (version === undefined && !['GET', 'OPTIONS', 'HEAD'].includes(request.method)) {
    throw new AzureError(
      400,
      'VssVersionNotSpecifiedException',
      `No api-version was supplied for the "${request.method}" request. The version must be supplied either as part of the Accept header (e.g. "application/json; api-version=1.0") or as a query parameter (e.g. "?api-version=1.0").`,
    );
  }
  if (version !== undefined && !(Number.parseFloat(version) <= 7.2)) {
    throw new AzureError(
      400,
      'VssVersionOutOfRangeException',
      `The requested version "${version}" is out of range for this server. The latest REST API version this server supports is 7.2.`,
    );
  }
}

const wantsJson = ({ headers }: FastifyRequest): boolean =>
  (headers.accept ?? '').includes('application/json');

function hasPassword(authorization: string | undefined, pat: string): boolean {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const given = Buffer.from(decoded.slice(decoded.indexOf(':') + 1));
  const wanted = Buffer.from(pat);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
