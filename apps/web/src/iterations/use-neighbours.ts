import type { IterationSummary } from '@stint/contract';
import { readWallDate } from '@stint/domain';
import { useFormats } from '@stint/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { isNow, neighbourOf } from './place-in-time.ts';
import { spanAround } from './span.ts';
import { iterationsQuery } from './use-iterations.ts';

/** Gives what leads from an iteration to the one of its project before (-1), after (1), or that is now (0), where there is one. */
export function useNeighbours(
  iteration: IterationSummary,
  onGo: (path: string) => void,
): (step: -1 | 0 | 1) => void {
  const client = useClient();
  const queryClient = useQueryClient();
  const formats = useFormats();
  const toast = useToast();
  const errorText = useErrorText();
  const today = formats.today();
  const find = async (step: -1 | 0 | 1) => {
    const day = step === 0 ? today : readWallDate(iteration.startDate ?? '');
    if (day === null) return;
    try {
      const query = iterationsQuery(client, spanAround(day), iteration.project);
      const known = await queryClient.ensureQueryData(query);
      const next =
        step === 0 ? known.find((each) => isNow(each, today)) : neighbourOf(known, iteration, step);
      if (next) onGo(next.path);
    } catch (error) {
      toast({ text: errorText(error) });
    }
  };
  return (step) => void find(step);
}
