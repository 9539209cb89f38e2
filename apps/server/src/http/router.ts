import { Readable } from 'node:stream';
import { type AnswerOf, areaPrefix, type Call, hasEnvelope } from '@stint/contract';
import type { Database } from '@stint/postgres';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../refusal.ts';
import { type Admitted, type AdmissionDependencies, admit } from './admission.ts';
import type { Asked, AskedByAnyone, Source } from './asked.ts';
import { idempotencyKeyOf, onceForKey } from './idempotency.ts';

declare module 'fastify' {
  interface FastifyRequest {
    admitted: Admitted | null;
  }
}

export interface RouterDependencies extends AdmissionDependencies {
  database: Database<Tables>;
}

/** Connects calls of the contract with the functions that answer them. */
export interface Router {
  /** A call that needs a person. A stream is sent as it is: a file, or JSON that is too long to be held, envelope included. */
  handle<C extends Call>(call: C, handler: (asked: Asked<C>) => Promise<AnswerOf<C> | Readable>): void;
  /** A call without credentials. */
  handleAnyone<C extends Call>(call: C, handler: (asked: AskedByAnyone<C>) => Promise<AnswerOf<C>>): void;
}

export function createRouter(app: FastifyInstance, dependencies: RouterDependencies): Router {
  app.decorateRequest('admitted', null);

  function register(
    call: Call,
    answer: (asked: AskedByAnyone, admitted: Admitted) => Promise<unknown>,
  ): void {
    const spellings = [{ method: call.method, path: call.path }, ...call.aliases];
    for (const { method = call.method, path } of spellings) {
      app.route({
        method,
        url: areaPrefix[call.area] + path.replaceAll('$', ''),
        schema: schemaOf(call),
        onRequest: async (request, reply) => {
          request.admitted = await admit(call, request, reply, dependencies);
        },
        preValidation: async (request) => {
          joinPathOptions(call, request);
        },
        handler: async (request, reply) => {
          const { admitted } = request;
          if (!admitted) throw new Error(`${call.id} was not admitted`);
          return envelope(call, await answer(askedOf(call, request, reply, admitted), admitted));
        },
      });
    }
  }

  function askedOf(
    call: Call,
    request: FastifyRequest,
    reply: FastifyReply,
    admitted: Admitted,
  ): AskedByAnyone {
    const { organization, principal, version } = admitted;
    return {
      params: request.params as never,
      query: request.query as never,
      body: request.body,
      organization,
      version,
      db: dependencies.database.organization(organization.id),
      source: { personId: principal?.id ?? null, via: viaOf(call, admitted), address: request.ip },
      request,
      reply,
    };
  }

  return {
    handle(call, handler) {
      register(call, async (asked, { principal }) => {
        if (!principal) throw new Refusal('UnauthorizedError', 'Credentials are missing.');
        // Sign-in calls hold passwords, of which not even a hash may be kept here.
        const key = call.area === 'auth' ? null : idempotencyKeyOf(asked.request);
        const answer = (db: Asked['db']) => handler({ ...asked, db, principal } as never);
        if (key === null) return answer(asked.db);
        return onceForKey(asked.db, principal, key, asked.request, asked.reply, answer);
      });
    },
    handleAnyone(call, handler) {
      register(call, (asked) => handler(asked));
    },
  };
}

/** Tracking takes a parameter as a path segment or as a query option; handlers find it among the options (api.md 4). */
function joinPathOptions(call: Call, request: FastifyRequest): void {
  if (call.area !== 'tracking') return;
  request.query = { ...(request.query as object), ...(request.params as object) };
}

function schemaOf(call: Call): { querystring: object; params?: object; body?: object } {
  const takesBody =
    Object.keys((call.body as { properties?: object }).properties ?? { other: true }).length > 0;
  const body = takesBody && call.bodyCheck === 'whole';
  return {
    querystring: call.query,
    ...(Object.keys(call.params.properties).length > 0 && { params: call.params }),
    ...(call.method !== 'GET' && body && { body: call.body }),
  };
}

function envelope(call: Call, answer: unknown): unknown {
  return hasEnvelope(call) && !(answer instanceof Readable) ? { data: answer } : answer;
}

function viaOf(call: Call, { principal }: Admitted): Source['via'] {
  if (principal?.credential.kind === 'session') return 'web';
  if (call.area === 'tracking') return 'tracking';
  return call.area === 'pin' ? 'pairing' : 'rest';
}
