import { may } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import type { Column } from '../components/data-table.tsx';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import { useIterationStyles } from './use-iteration-styles.ts';

const HOUR = 3600;

/** What iterations and their work items both have. */
interface Figures {
  readonly effort: number | null;
  /** Seconds. */
  readonly trackedLength: number;
  readonly trackedSummaryLength: number;
  /** Hours for one unit of effort. */
  readonly pace: number | null;
  readonly budget: { readonly id: string; readonly name: string } | null;
}

/** The columns effort, tracked, summary, pace, and for those who see budgets the budget. */
export function useFigureColumns(): Column<Figures>[] {
  const styles = useIterationStyles();
  const texts = useTexts(iterationsTexts);
  const formats = useFormats();
  const seesBudgets = may(useSession().role, 'manageBudgets');
  const none = <span className={styles.dim}>–</span>;
  const length = (seconds: number) => (seconds === 0 ? none : formats.length(seconds));
  const budget: Column<Figures> = {
    key: 'budget',
    title: texts.budget,
    sortBy: (row) => row.budget?.name ?? null,
    cell: (row) =>
      row.budget === null ? (
        none
      ) : (
        <Link
          className={styles.budget}
          params={{ id: row.budget.id }}
          title={row.budget.name}
          to="/budgets/$id"
        >
          {row.budget.name}
        </Link>
      ),
  };
  return [
    {
      key: 'effort',
      title: texts.effort,
      isAtEnd: true,
      sortBy: ({ effort }) => effort,
      cell: ({ effort }) => (effort === null ? none : formats.number(effort, 2)),
    },
    {
      key: 'tracked',
      title: texts.tracked,
      isAtEnd: true,
      sortBy: ({ trackedLength }) => trackedLength,
      cell: ({ trackedLength }) => length(trackedLength),
    },
    {
      key: 'summary',
      title: texts.trackedSummary,
      isAtEnd: true,
      sortBy: ({ trackedSummaryLength }) => trackedSummaryLength,
      cell: ({ trackedSummaryLength }) => length(trackedSummaryLength),
    },
    {
      key: 'pace',
      title: texts.pace,
      isAtEnd: true,
      sortBy: ({ pace }) => pace,
      cell: ({ pace }) =>
        pace === null ? none : <span className={styles.number}>{formats.hours(pace * HOUR, 2)}</span>,
    },
    ...(seesBudgets ? [budget] : []),
  ];
}
