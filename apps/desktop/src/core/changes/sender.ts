import type { Change } from './change.ts';
import { send } from './send.ts';
import { createBatches } from './send-batch.ts';
import type { SenderParts } from './sender-parts.ts';

export interface Sender {
  /**
   * Sends what waits, one after the other in order, until nothing is left. Resolves to whether anything was sent; rejects
   * with the error that made it stop. Calls at the same time share one run.
   */
  readonly drain: () => Promise<boolean>;
}

export function createSender({ client, journal, now, newId, onState, onSent }: SenderParts): Sender {
  const batches = createBatches({ client, journal, now, onSent });
  let draining: Promise<boolean> | null = null;

  async function markTried(id: string): Promise<boolean> {
    await journal.record([{ type: 'tried', id }], true);
    // What was added meanwhile may have made a booking of the start.
    return journal.queue().changes.some((each) => each.id === id && each.kind === 'start');
  }

  async function sendFirst(change: Change): Promise<void> {
    const sent = await send(change, { client, now, newId, markTried });
    if (sent.kind === 'outdated') return;
    const { id } = change;
    if (sent.kind === 'refused') {
      await journal.record([{ type: 'refused', id, reason: sent.reason, at: now() }], true);
    } else {
      const { follows, run, state } = sent;
      if (state) onState(state);
      await journal.record(
        [{ type: 'done', id, follows, ...(run && { run }) }],
        follows.length > 0 || run !== undefined,
      );
    }
    onSent(change, sent);
  }

  async function run(): Promise<boolean> {
    let isAny = false;
    for (;;) {
      const [first] = journal.queue().changes;
      if (!first) return isAny;
      if (!(await batches.send())) await sendFirst(first);
      isAny = true;
    }
  }

  return {
    drain: () => {
      draining ??= run().finally(() => {
        draining = null;
      });
      return draining;
    },
  };
}
