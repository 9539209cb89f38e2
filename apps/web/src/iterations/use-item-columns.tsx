import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Play16Regular } from '@fluentui/react-icons/svg/play';
import { makeStyles } from '@fluentui/react-components';
import type { IterationWorkItem } from '@stint/contract';
import { IconButton, useTexts, WorkItemLabel } from '@stint/ui';
import type { Column } from '../components/data-table.tsx';
import { useOverlays } from '../shell/overlays-context.ts';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import { useClock } from '../track/clock.tsx';
import { useTrack } from '../track/use-track.ts';
import { useFigureColumns } from './figure-columns.tsx';
import { useIterationStyles } from './use-iteration-styles.ts';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    minWidth: '180px',
    maxWidth: '480px',
    '@media (max-width: 1500px)': { maxWidth: '270px' },
    '@media (max-width: 720px)': { maxWidth: '220px' },
  },
  acts: { display: 'flex', justifyContent: 'flex-end', gap: '4px', minWidth: '60px' },
});

/** What a path begins with: the project, which is that of the iteration. */
const OF_PROJECT = /^[^\\]+\\/;

/** The columns of the work items of an iteration, and of those that have moved on, which say where to. */
export function useItemColumns(): Record<'items' | 'moved', Column<IterationWorkItem>[]> {
  const styles = useStyles();
  const looks = useIterationStyles();
  const texts = useTexts(iterationsTexts);
  const figures = useFigureColumns();
  const { open } = useOverlays();
  const { start } = useClock();
  const activity = useTrack().data?.state.settings.activityType;
  const startOn = (item: IterationWorkItem) => {
    const { id, title, type, color, effort } = item;
    const workItem = { id, title, type, color, effort, teamProject: '', workItemLink: '', parent: null };
    const activityTypeId = activity?.defaultActivity ?? '';
    start({ workItem, workItemId: id, comment: '', activityTypeId });
  };
  const item: Column<IterationWorkItem> = {
    key: 'item',
    title: texts.workItem,
    sortBy: ({ id }) => id,
    cell: (row) => (
      <span className={styles.item}>
        <WorkItemLabel workItem={row} />
      </span>
    ),
  };
  const state: Column<IterationWorkItem> = {
    key: 'state',
    title: texts.state,
    sortBy: (row) => row.state,
    cell: (row) => <span className={looks.dim}>{row.state}</span>,
  };
  const place: Column<IterationWorkItem> = {
    key: 'place',
    title: texts.movedTo,
    sortBy: ({ iterationPath }) => iterationPath,
    cell: ({ iterationPath }) => (
      <span className={looks.dim} title={iterationPath ?? ''}>
        {iterationPath?.replace(OF_PROJECT, '') ?? '–'}
      </span>
    ),
  };
  const acts: Column<IterationWorkItem> = {
    key: 'acts',
    title: texts.acts,
    isTitleHidden: true,
    isAtEnd: true,
    cell: (row) => (
      <span className={styles.acts}>
        <IconButton
          icon={<Play16Regular />}
          name={texts.startOn({ item: `${row.id} ${row.title}` })}
          onClick={() => startOn(row)}
        />
        <span data-row-link="">
          <IconButton
            icon={<Add16Regular />}
            name={texts.addTimeTo({ item: `${row.id} ${row.title}` })}
            onClick={() => open({ kind: 'add', workItem: row })}
          />
        </span>
      </span>
    ),
  };
  return { items: [item, state, ...figures, acts], moved: [item, place, ...figures, acts] };
}
