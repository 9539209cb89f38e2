import { calls, type Webhook } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { expectedVersions, tag } from '../../http/entity-tags.ts';
import { notFound } from '../../refusal.ts';
import { eventTypes } from './events.ts';
import type { Webhooks } from './service.ts';
import { findWebhook, readWebhooks, type StoredWebhook } from './store.ts';
import { readDeliveries } from './store-deliveries.ts';

type Replying = Pick<Asked, 'reply'>;

/** The calls under /webhooks. */
export function webhookRoutes({ router }: Pick<Dependencies, 'router'>, webhooks: Webhooks): void {
  router.handle(calls.listWebhooks, async ({ db, organization }) =>
    (await readWebhooks(db, organization.id)).map(webhookOf),
  );

  router.handle(calls.listEventTypes, async () =>
    Object.entries(eventTypes).map(([type, { description }]) => ({ type, description })),
  );

  router.handle(calls.getWebhook, async (asked) => tagged(asked, await found(asked, asked.params.id)));

  router.handle(calls.addWebhook, async (asked) => {
    const { secret, ...webhook } = await webhooks.add(asked, asked.body);
    return withSecret(asked, webhook, secret);
  });

  router.handle(calls.changeWebhook, async (asked) =>
    tagged(asked, await webhooks.change(asked, asked.params.id, asked.body, expectedVersions(asked.request))),
  );

  router.handle(calls.deleteWebhook, async (asked) => {
    await webhooks.remove(asked, asked.params.id, expectedVersions(asked.request));
    return null;
  });

  router.handle(calls.testWebhook, (asked) => webhooks.test(asked, asked.params.id));

  router.handle(calls.rotateWebhookSecret, async (asked) => {
    const expected = expectedVersions(asked.request);
    const { secret, ...webhook } = await webhooks.rotateSecret(asked, asked.params.id, expected);
    return withSecret(asked, webhook, secret);
  });

  router.handle(calls.listWebhookDeliveries, async (asked) => {
    const { db, organization, query } = asked;
    const { id } = await found(asked, asked.params.id);
    return readDeliveries(db, organization.id, id, {
      state: query.$state ?? null,
      after: query.$after ?? null,
      count: query.$count ?? 500,
    });
  });

  router.handle(calls.resendWebhookDelivery, (asked) =>
    webhooks.resend(asked, asked.params.id, asked.params.deliveryId),
  );
}

async function found(
  { db, organization }: Pick<Asked, 'db' | 'organization'>,
  id: string,
): Promise<StoredWebhook> {
  const webhook = await findWebhook(db, organization.id, id);
  if (webhook === null) throw notFound('webhook', id);
  return webhook;
}

function webhookOf(stored: StoredWebhook): Webhook {
  const { id, url, description, events, isEnabled, created, createdById } = stored;
  return { id, url, description, events, isEnabled, created, createdById };
}

function tagged({ reply }: Replying, webhook: StoredWebhook): Webhook {
  tag(reply, webhook.version);
  return webhookOf(webhook);
}

/** The secret is shown once, and kept by nobody on the way. */
function withSecret(asked: Replying, webhook: StoredWebhook, secret: string) {
  void asked.reply.header('cache-control', 'no-store');
  return { ...tagged(asked, webhook), secret };
}
