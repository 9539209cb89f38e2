import { Button, Input, makeStyles } from '@fluentui/react-components';
import { DateField } from '../components/date-field.tsx';
import { calls, type WorkLog } from '@stint/contract';
import { addDays, readWallDate, type WallTime } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexGrow: 1, flexWrap: 'wrap', gap: '8px', minWidth: '200px' },
  text: { flexGrow: 1, minWidth: '120px' },
  list: {
    width: '100%',
    maxHeight: '240px',
    margin: 0,
    padding: 0,
    overflowY: 'auto',
    listStyleType: 'none',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '4px 8px',
    borderTop: `1px solid ${colours.line}`,
    ':first-child': { borderTop: 'none' },
  },
  day: { width: '150px' },
  none: { width: '100%', color: colours.dim },
});

const MOST = 50;

/** Finds a worklog by its day and words of its comment, person or work item. */
export function WorklogPicker({ onPick }: { readonly onPick: (id: string) => void }) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const client = useClient();
  const [typedDay, setDay] = useState<string>(formats.today());
  const [text, setText] = useState('');
  const day = readWallDate(typedDay);
  const found = useQuery({
    queryKey: [...WORKLOGS_KEY, 'everyone', day],
    queryFn: ({ signal }) => {
      const date = day ?? formats.today();
      // Both bounds are exclusive.
      const query = {
        $fromTimestamp: `${addDays(date, -1)}T23:59:59`,
        $toTimestamp: `${addDays(date, 1)}T00:00:00`,
      };
      return client.call(calls.listAllWorkLogs, { query, signal });
    },
    enabled: day !== null,
  });
  const words = text.trim().toLowerCase();
  const fitting = (found.data ?? [])
    .filter((each) => told(each).toLowerCase().includes(words))
    .slice(0, MOST);
  return (
    <div className={styles.box}>
      <DateField
        aria-label={texts.day}
        className={styles.day}
        onChange={(_, { value }) => setDay(value)}
        value={typedDay}
      />
      <Input
        aria-label={texts.findWorklog}
        className={styles.text}
        onChange={(_, { value }) => setText(value)}
        placeholder={texts.findWorklog}
        value={text}
      />
      {found.data && fitting.length === 0 && <span className={styles.none}>{texts.nothingFits}</span>}
      {fitting.length > 0 && (
        <ul aria-label={texts.worklog} className={styles.list}>
          {fitting.map((each) => (
            <li className={styles.item} key={each.id}>
              <span>
                {formats.time(each.timestamp.slice(0, 19) as WallTime)} · {formats.length(each.length)} ·{' '}
                {told(each)}
              </span>
              <Button onClick={() => onPick(each.id)} size="small">
                {texts.attach}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function told({ user, workItemId, comment }: WorkLog): string {
  return [user.name, workItemId, comment].filter(Boolean).join(' · ');
}
