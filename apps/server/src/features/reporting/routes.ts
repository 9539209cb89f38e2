import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Headers, ODataAnswer } from '@stint/odata';
import type { Dependencies } from '../../dependencies.ts';
import { hostLabel } from '../../http/addresses.ts';
import { checkConditions } from '../../http/admission.ts';
import { authenticate } from '../../http/credentials.ts';
import { publicUrlOf } from '../../http/public-url.ts';
import { DEPRECATION, supportedVersions } from '../../http/versions.ts';
import { hangUpSignal, sendAnswer } from './answers.ts';
import { readReportingAddress } from './routes-address.ts';
import { plainContext } from './run-context.ts';
import { createReporting } from './service.ts';

/** Everything is read, `POST /{set}/$query` and `POST /$batch` too; what else a method could do is refused by the service itself. */
const conditions = { area: 'rest', access: 'user', effect: 'read', duringMaintenance: false } as const;

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Bytes of a `$query` or `$batch` at most. */
const BODY_LIMIT = 1_000_000;

/** The reporting service at `/api/odata/v3.2/…` (reporting.md). Besides Bearer it takes a token as the password of HTTP Basic. */
export function reporting(dependencies: Dependencies): void {
  void dependencies.app.register(async (app) => {
    readBodiesAsText(app);
    const answer = createAnswering(dependencies);
    for (const url of ['/api/odata', '/api/odata/*']) {
      app.route({
        method: methods,
        url,
        bodyLimit: BODY_LIMIT,
        onRequest: (request, reply) => admit(dependencies, request, reply),
        handler: answer,
      });
    }
  });
}

async function admit(
  { organizations, principals, quotas }: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  void reply.header('api-supported-versions', supportedVersions);
  const { version } = readReportingAddress(request);
  if (version.deprecated) void reply.header('deprecation', DEPRECATION);
  const organization = await organizations.resolve(
    request.raw.collection ?? null,
    hostLabel(request.headers.host),
  );
  const principal = await authenticate(request, organization, principals, { basic: true });
  await checkConditions(conditions, organization, principal, quotas);
  request.admitted = { organization, principal, version: version.name };
}

function createAnswering(dependencies: Dependencies) {
  const { environment, config, database, reports } = dependencies;
  const { reportSeconds } = environment;
  const service = createReporting({ config, database, reports, reportSeconds });

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { organization, principal } = request.admitted ?? {};
    if (!organization || !principal) throw new Error('the request was not admitted');
    const { version, root, url } = readReportingAddress(request);
    const before: unknown[] = [];
    let isBegun = false;
    const onFault = (fault: unknown) => {
      if (isBegun) request.log.error({ err: fault }, 'a report, or one of a batch, broke off');
      else before.push(fault);
    };
    const answer = await service(version.name)({
      method: request.method,
      root: `${publicUrlOf(environment, request)}${root}`,
      url,
      headers: textHeaders(request),
      body: typeof request.body === 'string' ? request.body : '',
      context: plainContext({ organization, principal, onFault }),
      signal: hangUpSignal(reply),
    });
    throwFault(answer, before);
    isBegun = true;
    return sendAnswer(reply, answer);
  };
}

/** A fault of ours is answered as everywhere: with a reference to the log, or with a wait where the database is away. */
function throwFault({ status }: ODataAnswer, [fault]: readonly unknown[]): void {
  if (status === 500 && fault !== undefined) throw fault;
}

/** Batches are read by the service, whatever their media type. */
function readBodiesAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
}

function textHeaders({ headers }: FastifyRequest): Headers {
  const entries = Object.entries(headers);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
