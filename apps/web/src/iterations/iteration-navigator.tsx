import type { IterationSummary } from '@stint/contract';
import { useFormats } from '@stint/ui';
import { PeriodNavigator } from '../components/period-navigator.tsx';
import { isNow } from './place-in-time.ts';
import { useDaysText } from './use-days-text.ts';
import { useNeighbours } from './use-neighbours.ts';

interface IterationNavigatorProps {
  readonly iteration: IterationSummary;
  readonly onGo: (path: string) => void;
}

/** Leads to the iteration of the project before and after, and to the one that is now. */
export function IterationNavigator({ iteration, onGo }: IterationNavigatorProps) {
  const formats = useFormats();
  const daysText = useDaysText();
  const move = useNeighbours(iteration, onGo);
  return (
    <PeriodNavigator isCurrent={isNow(iteration, formats.today())} name={daysText(iteration)} onMove={move} />
  );
}
