import type { NewWebhook, TestOutcome, WebhookChange, WebhookDelivery } from '@stint/contract';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import { checkVersion, type ExpectedVersions } from '../../http/entity-tags.ts';
import type { Asked, Db } from '../../http/asked.ts';
import type { Resolve } from '../../outbound/guard.ts';
import { checkReachable, readUrl } from '../../outbound/url.ts';
import { notFound } from '../../refusal.ts';
import type { Vault } from '../../vault/vault.ts';
import { actsWanted, readSubscriptions } from './events.ts';
import { headersOf, newSigningSecret } from './message.ts';
import { pingBody } from './payload.ts';
import { post } from './post.ts';
import {
  deleteWebhook,
  findWebhook,
  insertWebhook,
  readSealedSecret,
  replaceSecret,
  type StoredWebhook,
  updateWebhook,
} from './store.ts';
import { startAgain, tellOutbox } from './store-deliveries.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source' | 'principal'>;
type WithSecret = StoredWebhook & { secret: string };

/** Webhooks as administrators make, change and try them. EntityNotFound for ids of others, 412 where If-Match does not fit. */
export interface Webhooks {
  add(asking: Asking, wish: NewWebhook): Promise<WithSecret>;
  change(asking: Asking, id: string, wish: WebhookChange, expected: ExpectedVersions): Promise<StoredWebhook>;
  remove(asking: Asking, id: string, expected: ExpectedVersions): Promise<void>;
  rotateSecret(asking: Asking, id: string, expected: ExpectedVersions): Promise<WithSecret>;
  /** Sends the event `ping` at once. */
  test(asking: Asking, id: string): Promise<TestOutcome>;
  resend(asking: Asking, id: string, deliveryId: string): Promise<WebhookDelivery>;
}

export interface WebhookDependencies extends Pick<Dependencies, 'clock'> {
  vault: Vault;
  resolve: Resolve;
  /** Whether addresses that are not of the public internet may be told events. */
  allowInside: boolean;
}

export function createWebhooks({ vault, resolve, allowInside, clock }: WebhookDependencies): Webhooks {
  const readGoodUrl = async (text: string): Promise<string> => {
    const url = readUrl(text);
    await checkReachable(url, { resolve, allowInside });
    return url.href;
  };

  return {
    async add({ db, organization, source, principal }, wish) {
      const events = readSubscriptions(wish.events ?? []);
      const url = await readGoodUrl(wish.url);
      const id = uuid();
      const secret = newSigningSecret();
      const content = { url, description: wish.description ?? '', events, isEnabled: wish.isEnabled ?? true };
      return inTransaction(db, async (transaction) => {
        const made = await insertWebhook(transaction, organization.id, {
          ...content,
          acts: actsWanted(events),
          id,
          sealedSecret: vault.seal(id, secret),
          createdById: principal.id,
        });
        const entry = { action: 'create', entity: 'webhook', entityId: id, after: noted(made) };
        await audit(transaction, organization.id, source, entry);
        return { ...made, secret };
      });
    },

    async change({ db, organization, source }, id, wish, expected) {
      const events = wish.events && readSubscriptions(wish.events);
      const url = wish.url === undefined ? undefined : await readGoodUrl(wish.url);
      return inTransaction(db, async (transaction) => {
        const before = await known(transaction, organization.id, id, expected);
        const content = {
          url: url ?? before.url,
          description: wish.description ?? before.description,
          events: events ?? before.events,
          isEnabled: wish.isEnabled ?? before.isEnabled,
        };
        const acts = actsWanted(content.events);
        const after = await updateWebhook(transaction, organization.id, id, { ...content, acts });
        const entry = { action: 'change', entity: 'webhook', entityId: id };
        await audit(transaction, organization.id, source, {
          ...entry,
          before: noted(before),
          after: noted(after),
        });
        if (after.isEnabled) await tellOutbox(transaction, organization.id);
        return after;
      });
    },

    async remove({ db, organization, source }, id, expected) {
      await inTransaction(db, async (transaction) => {
        const before = await known(transaction, organization.id, id, expected);
        await deleteWebhook(transaction, organization.id, id);
        const entry = { action: 'delete', entity: 'webhook', entityId: id, before: noted(before) };
        await audit(transaction, organization.id, source, entry);
      });
    },

    async rotateSecret({ db, organization, source }, id, expected) {
      const secret = newSigningSecret();
      return inTransaction(db, async (transaction) => {
        await known(transaction, organization.id, id, expected);
        const after = await replaceSecret(transaction, organization.id, id, vault.seal(id, secret));
        await audit(transaction, organization.id, source, {
          action: 'rotateSecret',
          entity: 'webhook',
          entityId: id,
        });
        return { ...after, secret };
      });
    },

    async test({ db, organization, source, principal }, id) {
      const { url } = await known(db, organization.id, id, null);
      const sealed = await readSealedSecret(db, organization.id, id);
      if (sealed === null) throw notFound('webhook', id);
      const now = clock();
      const actor = { id: principal.id, name: principal.displayName, email: principal.email };
      const body = pingBody(organization, actor, now);
      const headers = headersOf(vault.unseal(id, sealed), { id: uuid(), at: now, body });
      const signal = new AbortController().signal;
      const { status, fault } = await post({ url, headers, body, resolve, allowInside, signal });
      const after = { responseStatus: status };
      await audit(db, organization.id, source, { action: 'test', entity: 'webhook', entityId: id, after });
      return { delivered: fault === null, responseStatus: status, fault };
    },

    async resend({ db, organization, source }, id, deliveryId) {
      return inTransaction(db, async (transaction) => {
        await known(transaction, organization.id, id, null);
        const delivery = await startAgain(transaction, organization.id, id, deliveryId);
        if (delivery === null) throw notFound('delivery', deliveryId);
        await audit(transaction, organization.id, source, {
          action: 'resend',
          entity: 'webhook',
          entityId: id,
          after: { deliveryId },
        });
        await tellOutbox(transaction, organization.id);
        return delivery;
      });
    },
  };
}

async function known(
  db: Db,
  organizationId: string,
  id: string,
  expected: ExpectedVersions,
): Promise<StoredWebhook> {
  const webhook = await findWebhook(db, organizationId, id, { lock: db.isTransaction });
  if (webhook === null) throw notFound('webhook', id);
  checkVersion('webhook', webhook.version, expected);
  return webhook;
}

/** What the audit log keeps: neither query strings nor words of people. */
function noted({ url, events, isEnabled }: StoredWebhook): object {
  return { url: withoutQuery(url), events, isEnabled };
}

/** What may stand in records: query strings often hold secrets. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
