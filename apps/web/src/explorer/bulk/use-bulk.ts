import { calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { readOData } from '../../api/odata.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { WEEKS_KEY } from '../../weeks/weeks-key.ts';
import { WORKLOGS_KEY } from '../../worklogs/worklogs-key.ts';
import { type BulkResult, runBulk } from './run-bulk.ts';
import { BEFORE, type Before, type Change, type UndoStep, undoSteps } from './undo-steps.ts';

/** Ids of one question to the reporting service; addresses must not grow too long. */
const ASKED_AT_ONCE = 200;

export interface Bulk {
  /** How many of how many are through; null while nothing runs. */
  readonly progress: { readonly through: number; readonly of: number } | null;
  /** Worklogs that are being deleted. */
  readonly leaving: ReadonlySet<string>;
  /** What the last act could not change, and why. */
  readonly refused: BulkResult['refused'];
  readonly dismissRefused: () => void;
  readonly change: (ids: readonly string[], change: Change) => void;
  readonly remove: (ids: readonly string[]) => void;
  /** Takes away what was just booked. */
  readonly undoAdding: (ids: readonly string[]) => void;
}

/** What one does with many worklogs at once, each with a way back. */
export function useBulk(onRemoved: () => void): Bulk {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(explorerTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const [progress, setProgress] = useState<Bulk['progress']>(null);
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<BulkResult['refused']>([]);

  const sendChange = (change: Change) => (ids: string[], $validateOnly: boolean) =>
    client.call(calls.changeWorkLogs, { query: { $validateOnly }, body: { ids, ...change } });
  const sendRemoval = (ids: string[], $validateOnly: boolean) =>
    client.call(calls.deleteWorkLogs, { query: { $validateOnly }, body: { ids } });
  const sendRestoring = (ids: string[], $validateOnly: boolean) =>
    client.call(calls.restoreWorkLogs, { query: { $validateOnly }, body: { ids } });

  /** Runs an act with progress and a fresh page afterwards; faults are told. */
  const act = async (count: number, run: (onProgress: (through: number) => void) => Promise<void>) => {
    setProgress({ through: 0, of: count });
    try {
      await run((through) => setProgress({ through, of: count }));
    } catch (error) {
      toast({ text: common.changeRefused({ reason: errorText(error) }) });
    }
    await Promise.all(
      [WORKLOGS_KEY, WEEKS_KEY].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    );
    setLeaving(new Set());
    setProgress(null);
  };

  const undoStep = (step: UndoStep): Promise<unknown> =>
    step.kind === 'many'
      ? runBulk(step.ids, sendChange(step.change))
      : client.call(calls.changeWorkLog, {
          params: { id: step.id },
          body: { billableLength: step.seconds },
        });

  const change: Bulk['change'] = (ids, wish) =>
    void act(ids.length, async (onProgress) => {
      const before = await readBefore(ids);
      const result = await runBulk(ids, sendChange(wish), onProgress);
      setRefused(result.refused);
      if (result.done.length === 0) return;
      const done = new Set(result.done);
      const steps = undoSteps(
        wish,
        before.filter(({ Id }) => done.has(Id)),
      );
      const undo = () =>
        void act(done.size, async () => {
          for (const step of steps) await undoStep(step);
          toast({ text: texts.changeUndone({ count: done.size }) });
        });
      toast({ text: texts.changed({ count: done.size }), action: { name: common.undo, run: undo } });
    });

  const removeThen = (ids: readonly string[], onDone: (done: readonly string[]) => void) => {
    setLeaving(new Set(ids));
    void act(ids.length, async (onProgress) => {
      const result = await runBulk(ids, sendRemoval, onProgress);
      setRefused(result.refused);
      if (result.done.length > 0) onDone(result.done);
    });
  };

  const restore = (ids: readonly string[]) =>
    void act(ids.length, async (onProgress) => {
      const result = await runBulk(ids, sendRestoring, onProgress);
      setRefused(result.refused);
      toast({ text: texts.restored({ count: result.done.length }) });
    });

  return {
    progress,
    leaving,
    refused,
    dismissRefused: () => setRefused([]),
    change,
    remove: (ids) =>
      removeThen(ids, (done) => {
        onRemoved();
        toast({
          text: texts.deleted({ count: done.length }),
          action: { name: common.undo, run: () => restore(done) },
        });
      }),
    undoAdding: (ids) => removeThen(ids, (done) => toast({ text: texts.deleted({ count: done.length }) })),
  };
}

async function readBefore(ids: readonly string[]): Promise<Before[]> {
  const found: Before[] = [];
  const { signal } = new AbortController();
  for (let start = 0; start < ids.length; start += ASKED_AT_ONCE) {
    const some = ids.slice(start, start + ASKED_AT_ONCE).join(',');
    const address = `workLogsWorkItems?$select=${BEFORE}&$filter=Id in (${some})`;
    found.push(...(await readOData<Before>(address, signal)));
  }
  return found;
}
