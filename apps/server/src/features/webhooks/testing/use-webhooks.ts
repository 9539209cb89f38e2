import type { Webhook, WebhookDelivery } from '@stint/contract';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { textOf } from '../../../testing/browser.ts';
import { type TestServer, testServer } from '../../../testing/test-server.ts';
import { createVault } from '../../../vault/vault.ts';
import { deliverEvents } from '../job.ts';
import { resolveHost } from '../../../outbound/guard.ts';

/** A server whose webhooks may go to loopback, and what tests do with it. */
export interface Bench {
  stint: TestServer;
  /** Makes a webhook; it is gone after the test. */
  add(url: string, events?: string[]): Promise<{ id: string; secret: string }>;
  webhook(id: string): Promise<Webhook>;
  deliveries(id: string): Promise<WebhookDelivery[]>;
  /** Starts the delivery job as a process of its own; answers what stops it. */
  start(): () => Promise<void>;
  /** Books a minute as the team member; answers the worklog's id. */
  book(comment?: string): Promise<string>;
}

/** Sets one server up for the tests of a file. */
export function useWebhooks(): Bench {
  const bench = {} as Bench;
  beforeAll(async () => {
    const environment = { secretKey: '5e'.repeat(32), webhookPrivateAddresses: true };
    bench.stint = await testServer({ environment });
  });
  afterAll(() => bench.stint.close());

  const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) =>
    bench.stint.ask(bench.stint.people.administrator, method, `/api/rest/webhooks${path}`, body);

  return Object.assign(bench, {
    async add(url: string, events: string[] = []) {
      const { body } = await ask('POST', '', { url, events });
      const id = textOf(body['data']?.['id']);
      onTestFinished(async () => void (await ask('DELETE', `/${id}`)));
      return { id, secret: textOf(body['data']?.['secret']) };
    },
    webhook: async (id: string) => (await ask('GET', `/${id}`)).body['data'] as unknown as Webhook,
    deliveries: async (id: string) =>
      (await ask('GET', `/${id}/deliveries`)).body['data'] as unknown as WebhookDelivery[],
    start() {
      const { dependencies } = bench.stint.server;
      const vault = createVault(dependencies.environment);
      const job = deliverEvents({ ...dependencies, vault, resolve: resolveHost, allowInside: true });
      job.start();
      onTestFinished(() => job.stop());
      return () => job.stop();
    },
    async book(comment = 'told') {
      const { people } = bench.stint;
      const body = { length: 60, comment, timestamp: '2026-03-02T09:00:00' };
      const answer = await bench.stint.ask(people.team, 'POST', '/api/rest/workLogs', body);
      return textOf(answer.body['data']?.['id']);
    },
  });
}
