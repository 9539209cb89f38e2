import { setTimeout as sleep } from 'node:timers/promises';
import { type Listener, listen } from '@stint/postgres';
import type { Dependencies, Job } from '../../dependencies.ts';
import { toldOnce } from '../../jobs/told-once.ts';
import type { Vault } from '../../vault/vault.ts';
import { type Delivering, deliver } from './deliver.ts';
import { actsWanted } from './events.ts';
import { emptyOutbox } from './outbox.ts';
import { readSubscriptions, saveActs } from './store.ts';
import { type Lease, sweepDeliveries, takeLeases } from './store-leases.ts';
import type { Resolve } from '../../outbound/guard.ts';

/** Milliseconds between looks when nothing wakes the job. */
const LOOK_EVERY = 2_000;
/** Milliseconds between sweeps. */
const SWEEP_EVERY = 3_600_000;
/** How long deliveries are kept. */
const KEPT_DAYS = 30;
/** Deliveries under way at the same time in one process. */
const AT_ONCE = 16;

const messages = {
  failing: 'webhooks could not be told events; it is tried again',
  recovered: 'webhooks are told events again',
};

export interface DeliveryDependencies extends Pick<Dependencies, 'database' | 'config' | 'log' | 'clock'> {
  vault: Vault;
  resolve: Resolve;
  allowInside: boolean;
}

/**
 * Tells webhooks what happened. Any number of server processes share the work; a delivery that one of them did not bring
 * to its end another one makes again, so each event comes at least once. Nothing is promised about their order.
 */
export function deliverEvents(dependencies: DeliveryDependencies): Job {
  const { database, config, log } = dependencies;
  const { system } = database;
  const stopping = new AbortController();
  const delivering: Delivering = { ...dependencies, system, stopping: stopping.signal };
  const running = new Map<Promise<void>, string>();
  let woken = Promise.withResolvers<void>();
  let listener: Listener | undefined;
  let looping: Promise<void> | undefined;
  let sweptAt = 0;

  const wake = () => woken.resolve();

  function begin(lease: Lease): void {
    const task: Promise<void> = deliver(delivering, lease)
      .catch((error: unknown) => {
        log.warn(
          { err: error, webhookId: lease.webhookId },
          'a delivery could not be noted; it is made again',
        );
      })
      .finally(() => {
        running.delete(task);
        wake();
      });
    running.set(task, lease.webhookId);
  }

  async function look(): Promise<void> {
    await emptyOutbox(system);
    const busy = [...new Set(running.values())];
    const atMost = AT_ONCE - running.size;
    if (atMost > 0) for (const lease of await takeLeases(system, { busy, atMost })) begin(lease);
    if (Date.now() - sweptAt < SWEEP_EVERY) return;
    await sweepDeliveries(system, KEPT_DAYS);
    sweptAt = Date.now();
  }

  const tick = toldOnce(log, messages, look);

  /** A release may know more events than the one that stored the webhooks. */
  async function renewActs(): Promise<void> {
    for (const webhook of await readSubscriptions(system)) {
      const acts = actsWanted(webhook.events);
      if (acts.join() !== webhook.acts.join()) await saveActs(system, webhook, acts);
    }
  }

  async function loop(): Promise<void> {
    await renewActs().catch((error: unknown) => {
      log.warn({ err: error }, 'the events that webhooks want could not be worked out anew');
    });
    while (!stopping.signal.aborted) {
      woken = Promise.withResolvers();
      await tick();
      const pause = new AbortController();
      const signal = AbortSignal.any([pause.signal, stopping.signal]);
      await Promise.race([woken.promise, sleep(LOOK_EVERY, undefined, { signal }).catch(() => undefined)]);
      pause.abort();
    }
  }

  return {
    start() {
      listener ??= listen(config, ['stint_outbox'], wake, { onConnected: wake });
      looping ??= loop();
    },
    async stop() {
      stopping.abort();
      await listener?.close();
      await looping;
      await Promise.all(running.keys());
    },
  };
}
