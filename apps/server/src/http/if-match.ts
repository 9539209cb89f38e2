import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refusedValue } from '../refusal.ts';

/** Versions that an If-Match allows; null allows any. */
export type Expected = ReadonlySet<number> | null;

/** The versions that If-Match names; `*` and a missing header allow any, DbValidationError for what is no ETag of ours. */
export function expectedOf(request: FastifyRequest): Expected {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const tags = header.split(',').map((tag) => /^\s*"(\d{1,9})"\s*$/.exec(tag)?.[1]);
  if (tags.includes(undefined))
    throw refusedValue('If-Match', 'must be the ETag of an earlier answer, such as "1", or *.');
  return new Set(tags.map(Number));
}

/** 412 when the thing has another version than If-Match allows (api.md 3.4). */
export function checkExpected(expected: Expected, version: number, thing: string): void {
  if (expected === null || expected.has(version)) return;
  const message = `If-Match: the ${thing} has changed since; its ETag is "${version}" now.`;
  throw new Refusal('DbValidationError', message, { status: 412 });
}

/** Tells the version of what is answered. */
export function tag(reply: FastifyReply, version: number): void {
  void reply.header('etag', `"${version}"`);
}
