import type { IterationSummary } from '@stint/contract';
import { readWallDate } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import type { Column } from '../components/data-table.tsx';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import { useIterationsSearch } from './use-iterations-search.ts';
import { useFigureColumns } from './figure-columns.tsx';
import { useDaysText } from './use-days-text.ts';
import { isNow } from './place-in-time.ts';
import { useIterationStyles } from './use-iteration-styles.ts';

/** The columns of the list of iterations. */
export function useIterationColumns(): Column<IterationSummary>[] {
  const styles = useIterationStyles();
  const texts = useTexts(iterationsTexts);
  const formats = useFormats();
  const daysText = useDaysText();
  const figures = useFigureColumns();
  const search = useIterationsSearch();
  const today = formats.today();
  return [
    {
      key: 'name',
      title: texts.iteration,
      sortBy: ({ path }) => path,
      cell: (iteration) => (
        <span className={styles.name}>
          <Link
            className={styles.link}
            data-row-link=""
            search={{ ...search, path: iteration.path }}
            to="/iterations"
          >
            {iteration.name}
          </Link>
          {isNow(iteration, today) && <span className={styles.now}>{texts.now}</span>}
        </span>
      ),
    },
    {
      key: 'project',
      title: texts.project,
      sortBy: ({ project }) => project,
      cell: ({ project }) => <span className={styles.dim}>{project}</span>,
    },
    {
      key: 'days',
      title: texts.days,
      sortBy: ({ startDate }) => startDate && readWallDate(startDate),
      cell: (iteration) => <span className={styles.days}>{daysText(iteration)}</span>,
    },
    {
      key: 'items',
      title: texts.items,
      isAtEnd: true,
      sortBy: ({ workItems }) => workItems,
      cell: ({ workItems }) => formats.number(workItems),
    },
    ...figures,
    {
      key: 'moved',
      title: texts.moved,
      isAtEnd: true,
      sortBy: ({ movedWorkItems }) => movedWorkItems,
      cell: ({ movedWorkItems }) =>
        movedWorkItems === 0 ? (
          <span className={styles.dim}>–</span>
        ) : (
          <span className={styles.moved} title={texts.movedHint}>
            {formats.number(movedWorkItems)}
          </span>
        ),
    },
  ];
}
