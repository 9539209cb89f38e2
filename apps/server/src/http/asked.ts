import type { BodyOf, Call, ParamsOf, QueryOf } from '@stint/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Organization } from '../identity/organizations.ts';
import type { Principal } from '../identity/principals.ts';

/** Where a change comes from, for the audit log. */
export interface Source {
  personId: string | null;
  via: 'rest' | 'web' | 'tracking' | 'pairing' | 'job' | 'cli';
  address: string | null;
}

/** Queries within one organization: its connections, or the transaction that a request runs in. */
export type Db = Kysely<Tables>;

/** A request to a call that needs no credentials. */
export interface AskedByAnyone<C extends Call = Call> {
  params: ParamsOf<C>;
  query: QueryOf<C>;
  body: BodyOf<C>;
  organization: Organization;
  /** The API version, `2.1` … `3.3-beta`; `3.2` for calls without versions. */
  version: string;
  db: Db;
  source: Source;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** A request as handlers see it: read, checked, and its person known. */
export interface Asked<C extends Call = Call> extends AskedByAnyone<C> {
  principal: Principal;
}
