import cookie from '@fastify/cookie';
import {
  fastify,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { readAddress, readQuery } from './addresses.ts';
import { readBodies } from './bodies.ts';
import { answerClientError } from './client-error.ts';
import { noteCollection } from './collection.ts';
import { endConnectionsOnClose } from './end-connections.ts';
import { answerError } from './error-answer.ts';
import { compressAnswers } from './compress-answers.ts';
import { nothingHere, pathOf } from './nothing-here.ts';
import { sendSecurityHeaders } from './security-headers.ts';
import { validatorCompiler } from './validation.ts';

/** The largest body, in bytes: a batch of 500 worklogs with long comments fits. */
const BODY_LIMIT = 8 * 1024 * 1024;

export interface AppOptions {
  log: Logger;
  trustedProxies: number;
}

/** Bytes of address and headers together: reports ask long questions in their address, longer ones go by `POST …/$query`. */
const HEADER_LIMIT = 65_536;

/** The HTTP side without any route: how addresses, bodies, errors and headers are treated everywhere. */
export async function createApp({ log, trustedProxies }: AppOptions): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = log;
  const app = fastify({
    loggerInstance,
    // Requests are logged with all they need to say, so they get no logger of their own.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    http: { maxHeaderSize: HEADER_LIMIT },
    trustProxy: (_address, hop) => hop < trustedProxies,
    routerOptions: {
      caseSensitive: false,
      ignoreTrailingSlash: true,
      maxParamLength: 400,
      querystringParser: readQuery,
    },
    rewriteUrl: (request) => {
      const { collection, url } = readAddress(request.url ?? '/');
      if (collection !== null) noteCollection(request, collection);
      return url;
    },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    clientErrorHandler: answerClientError,
  });
  app.setValidatorCompiler(validatorCompiler());
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => {
    if (isPage(request) && app.hasReplyDecorator('sendPage')) return reply.sendPage();
    throw nothingHere(request);
  });
  endConnectionsOnClose(app);
  readBodies(app);
  await app.register(cookie);
  sendSecurityHeaders(app);
  compressAnswers(app);
  app.addHook('onResponse', (request, reply, done) => {
    request.log.debug(
      {
        method: request.method,
        path: pathOf(request.url),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
  return app;
}

/** The web app routes its own addresses; everything else that is unknown is an error. */
function isPage({ method, url }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !/^\/(api|auth|token|signalr|assets)(\/|\?|$)/i.test(url);
}
