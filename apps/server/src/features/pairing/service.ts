import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Db, Source } from '../../http/asked.ts';
import type { Principal } from '../../identity/principals.ts';
import type { Attempts } from '../../quotas/attempts.ts';
import { countGuess } from '../../quotas/guesses.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { endApps, insertApp, readApp } from './apps.ts';
import { type LinkSecret, makeLinkSecret } from './links.ts';
import { setApp, typePin } from './pins.ts';

export interface PairingDependencies {
  attempts: Attempts;
  db: Db;
  source: Source;
  principal: Principal;
}

/**
 * Binds the app that shows this PIN to the caller. DbValidationError for a PIN that no app shows now,
 * QuoteExceededError after too many of them from the person or the address.
 */
export async function pair(
  { attempts, db, source, principal }: PairingDependencies,
  typed: string,
  name: string | undefined,
) {
  const { organizationId, id: personId } = principal;
  const pin = typed.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(pin)) throw refusedValue('pin', 'must be the six digits that the app shows.');
  const guessers = [
    { subject: `pins of ${personId}`, most: 10 },
    { subject: `pins from ${source.address ?? ''}`, most: 50 },
  ];
  const forgive = await countGuess(attempts, organizationId, guessers, 'PINs');
  const app = await inTransaction(db, async (transaction) => {
    const pairing = await typePin(transaction, organizationId, pin, personId);
    if (pairing === null) {
      throw refusedValue(
        'pin',
        'no app shows this PIN now. A PIN lives one minute; let the app show a new one.',
      );
    }
    const id = uuid();
    await insertApp(transaction, {
      organizationId,
      id,
      personId,
      name: name?.trim() || pairing.appName || 'App',
    });
    await setApp(transaction, organizationId, pairing.secretHash, id);
    const made = await readApp(transaction, organizationId, id);
    const after = { name: made.name };
    await audit(transaction, organizationId, source, {
      action: 'create',
      entity: 'pairedApp',
      entityId: id,
      after,
    });
    return made;
  });
  await forgive();
  return app;
}

/** Makes an app of the caller and the secret of the link that pairs it. */
export async function pairByLink(
  { db, source, principal }: Omit<PairingDependencies, 'attempts'>,
  name: string | undefined,
): Promise<LinkSecret> {
  const { organizationId, id: personId } = principal;
  return inTransaction(db, async (transaction) => {
    const app = { organizationId, id: uuid(), personId, name: name?.trim() || 'Stint' };
    await insertApp(transaction, app);
    await audit(transaction, organizationId, source, {
      action: 'create',
      entity: 'pairedApp',
      entityId: app.id,
      after: { name: app.name },
    });
    return makeLinkSecret(transaction, organizationId, personId, app.id);
  });
}

/** Ends the tokens of one of the caller's apps (EntityNotFound for any other), or of all of them (null). */
export async function unpair(db: Db, source: Source, principal: Principal, id: string | null): Promise<void> {
  const { organizationId } = principal;
  await inTransaction(db, async (transaction) => {
    const ended = await endApps(transaction, organizationId, principal.id, id);
    if (id !== null && ended.length === 0) throw notFound('app', id);
    for (const app of ended) {
      const entry = { action: 'delete', entity: 'pairedApp', entityId: app.id, before: { name: app.name } };
      await audit(transaction, organizationId, source, entry);
    }
  });
}
