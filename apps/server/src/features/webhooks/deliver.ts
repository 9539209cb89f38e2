import { retryDelay } from '@stint/domain';
import { audit } from '../../audit.ts';
import type { Db } from '../../http/asked.ts';
import { SealBrokenError } from '../../vault/seal.ts';
import type { Vault } from '../../vault/vault.ts';
import { headersOf } from './message.ts';
import { withActor } from './payload.ts';
import { type Outcome, post } from './post.ts';
import { disableWebhook } from './store.ts';
import { endDelivered, endFailed, giveBack, type Lease } from './store-leases.ts';
import type { Resolve } from '../../outbound/guard.ts';

const GONE = 410;
/** How much of a pause is left to chance, so that what failed together is not tried together again. */
const JITTER = 0.2;

export interface Delivering {
  system: Db;
  vault: Vault;
  resolve: Resolve;
  allowInside: boolean;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Ends tries under way; they are given back. */
  stopping: AbortSignal;
}

/** Tries to send one delivery and notes how it went. */
export async function deliver(delivering: Delivering, lease: Lease): Promise<void> {
  const { system, stopping } = delivering;
  const { status, fault } = await attempt(delivering, lease);
  if (fault === null) return endDelivered(system, lease, status);
  if (status === null && stopping.aborted) return giveBack(system, lease);
  if (status === GONE) return endGone(system, lease);
  const delay = retryDelay(lease.attempt);
  const pause = delay === null ? null : delay * (1 + JITTER * Math.random());
  return endFailed(system, lease, { status, fault, pause });
}

async function attempt(
  { vault, resolve, allowInside, clock, stopping: signal }: Delivering,
  lease: Lease,
): Promise<Outcome> {
  const { actorId: id, actorName: name, actorEmail: email } = lease;
  const body = withActor(lease.body, id === null || name === null ? null : { id, name, email });
  const secret = openSecret(vault, lease);
  if (secret === null)
    return { status: null, fault: 'the signing secret cannot be opened; make a new one (rotateSecret)' };
  const headers = headersOf(secret, { id: lease.eventId, at: clock(), body });
  return post({ url: lease.url, headers, body, resolve, allowInside, signal });
}

/** Null when the installation has another key than the one that the secret was sealed with. */
function openSecret(vault: Vault, { webhookId, sealedSecret }: Lease): string | null {
  try {
    return vault.unseal(webhookId, sealedSecret);
  } catch (error) {
    if (error instanceof SealBrokenError) return null;
    throw error;
  }
}

/** The receiver says that it is gone for good, so it is told nothing more (Standard Webhooks). */
async function endGone(system: Db, lease: Lease): Promise<void> {
  const { organizationId, webhookId } = lease;
  await system.transaction().execute(async (transaction) => {
    const fault = 'the answer was 410: the receiver is gone, and the webhook is switched off';
    await endFailed(transaction, lease, { status: GONE, fault, pause: null });
    if (!(await disableWebhook(transaction, organizationId, webhookId))) return;
    await audit(
      transaction,
      organizationId,
      { personId: null, via: 'job', address: null },
      {
        action: 'disable',
        entity: 'webhook',
        entityId: webhookId,
        after: { isEnabled: false, reason: 'the receiver answered 410 Gone' },
      },
    );
  });
}
