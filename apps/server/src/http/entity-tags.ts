import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refusedValue } from '../refusal.ts';

/** Versions that an If-Match allows; null allows any. */
export type ExpectedVersions = ReadonlySet<number> | null;

/** The strong entity tag of a version. */
function etagOf(version: number): string {
  return `"${version}"`;
}

/** Puts the entity tag of what is answered into the answer's header. */
export function tag(reply: FastifyReply, version: number): void {
  void reply.header('etag', etagOf(version));
}

/**
 * The versions that If-Match names; `*` and a missing header allow any. A proxy that compresses an answer weakens its tag, which names
 * the same version still. DbValidationError when it names no tag of ours.
 */
export function expectedVersions({ headers }: Pick<FastifyRequest, 'headers'>): ExpectedVersions {
  const header = headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const tags = header.split(',').map((each) => /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(each)?.[1]);
  if (tags.includes(undefined))
    throw refusedValue('If-Match', 'must be the ETag of an earlier answer, such as "1", or *.');
  return new Set(tags.map(Number));
}

/** 412 when `version` is none of the expected ones. @param what names the thing, such as `group` */
export function checkVersion(what: string, version: number, expected: ExpectedVersions): void {
  if (expected === null || expected.has(version)) return;
  const message = `If-Match: the ${what} has changed since; its ETag is ${etagOf(version)} now.`;
  throw new Refusal('DbValidationError', message, { status: 412 });
}
