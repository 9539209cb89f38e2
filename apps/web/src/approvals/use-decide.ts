import { calls, type WeekDecisionResult } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useOptimistic } from '../api/use-optimistic.ts';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import type { Toast } from '../toasts/toast-provider.tsx';
import { useToast } from '../toasts/toast-provider.tsx';
import { WEEKS_KEY } from '../weeks/weeks-key.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import {
  type Decision,
  foreseeDecision,
  referenceOf,
  type RefusedWeek,
  refusedWeeks,
} from './decision-outcome.ts';
import type { ManagedWeek } from './managed-week.ts';
import type { ManagerAct } from './manager-acts.ts';
import { type ManagedList, type ManagedPages, managedWeeksKey } from './use-managed-weeks.ts';

const CALLS = {
  approve: calls.approveTimeWeeks,
  reopen: calls.reopenTimeWeeks,
  reject: calls.rejectTimeWeeks,
  close: calls.closeTimeWeeks,
  lock: calls.lockTimeWeeks,
  unlock: calls.unlockTimeWeeks,
} as const;

/** The act that takes another back, as far as there is one: what is submitted again is its person’s to do. */
const BACK: Readonly<Partial<Record<ManagerAct, ManagerAct>>> = {
  approve: 'reopen',
  close: 'reopen',
  lock: 'unlock',
  unlock: 'lock',
};

/** The weeks of the last decision that were refused, and the way to put that aside. */
export interface Refused {
  readonly act: ManagerAct;
  readonly weeks: readonly RefusedWeek[];
  readonly dismiss: () => void;
}

/** Decides about weeks of a list; it shows at once, and each refused week is told with its reason. */
export function useDecide(list: ManagedList) {
  const client = useClient();
  const toast = useToast();
  const texts = useTexts(approvalsTexts);
  const formats = useFormats();
  const [refused, setRefused] = useState<Omit<Refused, 'dismiss'> | null>(null);
  const { mutate } = useOptimistic<Decision, WeekDecisionResult, ManagedPages>({
    queryKey: managedWeeksKey(list),
    send: ({ act, weeks, comment }) =>
      client.call(CALLS[act], {
        body: { weeks: weeks.map(referenceOf), ...(comment !== '' && { comment }) },
      }),
    foresee: (pages, decision) => foreseeDecision(list, pages, decision),
    refreshes: [WEEKS_KEY, WORKLOGS_KEY],
    onDone: (result, decision) => {
      const weeks = refusedWeeks(decision.weeks, result);
      setRefused(weeks.length === 0 ? null : { act: decision.act, weeks });
      const failed = new Set(weeks.map(({ week }) => week.key));
      const done = decision.weeks.filter(({ key }) => !failed.has(key));
      if (done.length > 0) toast({ text: doneText(decision.act, done), ...wayBack(decision.act, done) });
    },
  });

  function doneText(act: ManagerAct, weeks: readonly ManagedWeek[]): string {
    const [only] = weeks;
    if (weeks.length > 1 || !only) return texts[`${act}DoneMany`]({ count: weeks.length });
    return texts[`${act}Done`]({ name: only.person.name, week: formats.days(only.start, only.end) });
  }

  function wayBack(
    act: ManagerAct,
    weeks: readonly ManagedWeek[],
  ): { action?: NonNullable<Toast['action']> } {
    const back = BACK[act];
    if (back === undefined) return {};
    // Whoever acts on their own decision has seen it.
    const decided = weeks.map((week) => ({ ...week, version: week.version + 1 }));
    return {
      action: { name: texts[back], run: () => mutate({ act: back, weeks: decided, comment: '' }) },
    };
  }

  return {
    decide: mutate,
    refused: refused && { ...refused, dismiss: () => setRefused(null) },
  };
}
