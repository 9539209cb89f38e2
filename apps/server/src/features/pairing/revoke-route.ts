import { sql } from 'kysely';
import { audit } from '../../audit.ts';
import type { Dependencies } from '../../dependencies.ts';
import { inTransaction } from '../../database/transaction.ts';
import { hashSecret } from '../../identity/secrets.ts';
import type { Db, Source } from '../../http/asked.ts';
import { asTokenError } from './token-error.ts';
import { organizationOf } from './grants.ts';
import { readRevocation } from './token-request.ts';

/**
 * `POST /token/revoke` (RFC 7009): an app that its person unpairs ends its own tokens. An unknown token is answered like a known
 * one, so that nobody learns which there are.
 */
export function revokeRoute({ app, database, feed }: Dependencies): void {
  app.post('/token/revoke', {
    config: { takesText: true },
    handler: async (request, reply) => {
      const token = readRevocation(request.body);
      const organizationId = await organizationOf(database.system, token);
      if (organizationId !== null) {
        const db = database.organization(organizationId);
        await endAppOf(db, organizationId, token, { personId: null, via: 'pairing', address: request.ip });
        feed.tell(organizationId);
      }
      return reply.header('cache-control', 'no-store').send({});
    },
    errorHandler: (error, _request, reply) => {
      const refused = asTokenError(error);
      if (refused === null) throw error;
      void reply
        .header('cache-control', 'no-store')
        .code(400)
        .send({ error: refused.error, error_description: refused.message });
    },
  });
}

/** Ends the app that a token belongs to, with all its tokens: the app asks in its person's name. */
async function endAppOf(db: Db, organizationId: string, token: string, source: Source): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const ended = await transaction
      .updateTable('paired_app')
      .set({ revoked_at: sql<string>`now()` })
      .where('organization_id', '=', organizationId)
      .where('revoked_at', 'is', null)
      .where('id', 'in', (query) =>
        query
          .selectFrom('oauth_token')
          .select('app_id')
          .where('organization_id', '=', organizationId)
          .where('secret_hash', '=', hashSecret(token)),
      )
      .returning(['id', 'name', 'person_id as personId'])
      .executeTakeFirst();
    if (!ended) return;
    const { id, name, personId } = ended;
    const entry = { action: 'delete', entity: 'pairedApp', entityId: id, before: { name } };
    await audit(transaction, organizationId, { ...source, personId }, entry);
  });
}
