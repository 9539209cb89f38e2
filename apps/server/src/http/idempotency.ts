import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from './asked.ts';

const HEADER = 'idempotency-key';

/** The request's Idempotency-Key, if it has one; DbValidationError when it is not usable. */
export function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers[HEADER];
  if (key === undefined || request.method === 'GET') return null;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Refusal('DbValidationError', 'Idempotency-Key: must be 1 to 200 visible ASCII characters.');
}

/**
 * Runs a write once for its key and person: the first answer is stored in the same transaction as its effect and given
 * again to every repetition. A refusal is not stored. The same key with another request is 409. An answer that must not
 * be stored (`Cache-Control: no-store`, because it shows a secret once) is not; then a repetition is 409 as well.
 */
export async function onceForKey(
  db: Db,
  person: { organizationId: string; id: string },
  key: string,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (transaction: Transaction<Tables>) => Promise<unknown>,
): Promise<unknown> {
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  const identity = { organization_id: person.organizationId, person_id: person.id, key };
  return db.transaction().execute(async (transaction) => {
    // A second request with the key waits here until the first one has ended.
    const claim = await transaction
      .insertInto('idempotency_key')
      .values({ ...identity, request_hash: requestHash })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    const mine = transaction.updateTable('idempotency_key').where((where) => where.and(identity));
    if (claim.numInsertedOrUpdatedRows === 1n) {
      const answer = await act(transaction);
      const etag = reply.getHeader('etag');
      const headers = JSON.stringify(typeof etag === 'string' ? { etag } : {});
      const isSecret = reply.getHeader('cache-control') === 'no-store';
      const body = isSecret ? null : JSON.stringify(answer);
      await mine.set({ status: reply.statusCode, body, headers }).execute();
      return answer;
    }
    const first = await transaction
      .selectFrom('idempotency_key')
      .selectAll()
      .where((where) => where.and(identity))
      .executeTakeFirstOrThrow();
    if (!first.request_hash.equals(requestHash)) {
      throw new Refusal(
        'DbValidationError',
        'Idempotency-Key: was used for another request; choose a new one.',
      );
    }
    if (first.body === null) {
      throw new Refusal(
        'DbValidationError',
        'Idempotency-Key: this request was carried out; its answer held a secret, which is shown once only.',
      );
    }
    void reply.code(first.status ?? 200).headers({ ...first.headers, 'idempotency-replayed': 'true' });
    return JSON.parse(first.body) as unknown;
  });
}
