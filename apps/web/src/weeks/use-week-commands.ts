import { calls, type TimeWeek } from '@stint/contract';
import { useFormats, useTexts } from '@stint/ui';
import type { QueryKey } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useOptimistic } from '../api/use-optimistic.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { monthTexts } from '../texts/month/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import { foreseeWeeks, type WeekCommand } from './foresee-week.ts';
import { firstDayOf } from './use-weeks.ts';
import { WEEKS_KEY } from './weeks-key.ts';

/** Submits and revokes own weeks. It shows at once in the weeks cached under `queryKey`, and each can be undone by the other. */
export function useWeekCommands(queryKey: QueryKey): (command: WeekCommand) => void {
  const client = useClient();
  const toast = useToast();
  const texts = useTexts(monthTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  const { mutate } = useOptimistic<WeekCommand, unknown, TimeWeek[]>({
    queryKey,
    send: ({ kind, week, managerId }) =>
      kind === 'submit'
        ? client.call(calls.submitTimeWeek, {
            body: { weekStart: week.weekStartDate, ...(managerId && { assignedManagerId: managerId }) },
          })
        : client.call(calls.revokeTimeWeek, { query: { weekStart: week.weekStartDate } }),
    foresee: foreseeWeeks,
    refreshes: [WEEKS_KEY, WORKLOGS_KEY],
    onDone: (_, { kind, week }) => {
      const day = formats.day(firstDayOf(week));
      const length = formats.length(week.trackedLength);
      toast({
        text: kind === 'submit' ? texts.submitted({ length, day }) : texts.revoked({ day }),
        action: {
          name: common.undo,
          run: () => mutate({ kind: kind === 'submit' ? 'revoke' : 'submit', week }),
        },
      });
    },
  });
  return mutate;
}
