import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { TrackedWorkItem, WorkLog } from '@stint/contract';
import { colours } from '@stint/ui';
import { lazy, Suspense, useState } from 'react';
import { Page } from '../components/page.tsx';
import { DayList } from './day-list.tsx';

const TimeDialog = lazy(async () => ({
  default: (await import('../time-dialog/time-dialog.tsx')).TimeDialog,
}));

const useStyles = makeStyles({
  hints: {
    display: 'flex',
    gap: '16px',
    color: colours.faint,
    fontSize: '12px',
    '@media (hover: none)': { display: 'none' },
    '& kbd': {
      padding: '0 5px',
      border: `1px solid ${colours.line}`,
      borderBottomWidth: '2px',
      borderRadius: '4px',
      font: 'inherit',
      fontWeight: 600,
      color: colours.dim,
      backgroundColor: colours.panel,
    },
  },
});

type Editing = 'new' | { readonly worklog: WorkLog; readonly workItem: TrackedWorkItem | null };

/** Day: the last worklogs, and the way to add and change them. */
export function DayPage() {
  const styles = useStyles();
  const [editing, setEditing] = useState<Editing | null>(null);
  return (
    <Page
      action={
        <Button appearance="primary" icon={<Add16Regular />} onClick={() => setEditing('new')}>
          Add time
        </Button>
      }
      title="Day"
    >
      <DayList onEdit={(worklog, workItem) => setEditing({ worklog, workItem })} />
      <div className={styles.hints}>
        <span>
          <kbd>N</kbd> new
        </span>
        <span>
          <kbd>S</kbd> stop
        </span>
        <span>
          <kbd>C</kbd> continue last
        </span>
      </div>
      {editing && (
        <Suspense>
          <TimeDialog edited={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
        </Suspense>
      )}
    </Page>
  );
}
