import { textOf } from '../../testing/browser.ts';
import type { Ground, Samples } from '../sample.ts';

/** Something on loopback answers there, if only that it knows no such address. */
const bodyOf = ({ simulatorUrl }: Ground) => ({
  url: `${simulatorUrl}/hooks?key=1`,
  description: 'Billing',
  events: ['worklog.*', 'approval.approved'],
  isEnabled: true,
});

async function webhook(ground: Ground): Promise<string> {
  const { stint } = ground;
  const path = '/api/rest/webhooks';
  const { body } = await stint.ask(stint.people.administrator, 'POST', path, bodyOf(ground));
  return textOf(body['data']?.['id']);
}

/** A delivery to a webhook, as the job makes them. */
async function delivery({ stint }: Ground, webhookId: string): Promise<string> {
  const id = crypto.randomUUID();
  await stint.server.dependencies.database.system
    .insertInto('webhook_delivery')
    .values({
      organization_id: stint.organizationId,
      id,
      webhook_id: webhookId,
      event_id: id,
      event_type: 'worklog.created',
      body: '{"data":{}}',
      state: 'failed',
    })
    .execute();
  return id;
}

export const webhookSamples = {
  listWebhooks: async (ground) => {
    await webhook(ground);
    return { person: ground.stint.people.administrator };
  },
  listEventTypes: ({ stint: { people } }) => ({ person: people.administrator }),
  getWebhook: async (ground) => ({
    person: ground.stint.people.administrator,
    params: { id: await webhook(ground) },
  }),
  addWebhook: (ground) => ({ person: ground.stint.people.administrator, body: bodyOf(ground) }),
  changeWebhook: async (ground) => ({
    person: ground.stint.people.administrator,
    params: { id: await webhook(ground) },
    body: { events: ['*'], isEnabled: false },
    headers: { 'if-match': '"1"' },
  }),
  deleteWebhook: async (ground) => ({
    person: ground.stint.people.administrator,
    params: { id: await webhook(ground) },
  }),
  testWebhook: async (ground) => ({
    person: ground.stint.people.administrator,
    params: { id: await webhook(ground) },
  }),
  rotateWebhookSecret: async (ground) => ({
    person: ground.stint.people.administrator,
    params: { id: await webhook(ground) },
  }),
  listWebhookDeliveries: async (ground) => {
    const id = await webhook(ground);
    await delivery(ground, id);
    return {
      person: ground.stint.people.administrator,
      params: { id },
      query: { $count: 5, $state: 'failed' },
    };
  },
  resendWebhookDelivery: async (ground) => {
    const id = await webhook(ground);
    return {
      person: ground.stint.people.administrator,
      params: { id, deliveryId: await delivery(ground, id) },
    };
  },
} satisfies Samples;
