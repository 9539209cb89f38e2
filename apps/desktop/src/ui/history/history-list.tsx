import { makeStyles } from '@fluentui/react-components';
import { addDays, type WallDate } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import type { ActiveView, DayView } from '../../core/app/view.ts';
import { useSecondsSince } from '../clock.ts';
import { afterCardClick, type Panel, type Show } from '../panel.ts';
import { desktopTexts } from '../texts/texts.ts';
import { HistoryCard } from './history-card.tsx';
import { HistorySkeleton } from './history-skeleton.tsx';

const useStyles = makeStyles({
  list: { overflowY: 'auto', padding: '8px', borderRight: `1px solid ${colours.line}`, minHeight: 0 },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    padding: '10px 8px 6px',
    color: colours.dim,
    fontWeight: 600,
    fontSize: '12px',
  },
  empty: { padding: '24px 16px', color: colours.dim },
});

interface HistoryListProps {
  readonly active: ActiveView;
  readonly panel: Panel;
  readonly show: Show;
}

/** The last worklogs as cards under their days. */
export function HistoryList({ active, panel, show }: HistoryListProps) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  return (
    <section aria-label={texts.history} className={styles.list}>
      {active.days.length === 0 &&
        (active.connection.kind === 'new' ? (
          <HistorySkeleton />
        ) : (
          <p className={styles.empty}>{texts.historyEmpty}</p>
        ))}
      {active.days.map((day) => (
        <section aria-label={day.date} key={day.date}>
          <DayHead active={active} day={day} />
          <ul>
            {day.entries.map((entry) => (
              <HistoryCard
                activityTypes={active.activityTypes}
                entry={entry}
                isOpen={openKey(panel) === entry.key}
                key={entry.key}
                onOpen={() => show(afterCardClick(panel, entry.key))}
                show={show}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function openKey(panel: Panel): string | null {
  if (panel.kind === 'details') return panel.key;
  return panel.kind === 'edit' ? panel.entry.key : null;
}

function DayHead({ active, day }: { readonly active: ActiveView; readonly day: DayView }) {
  const styles = useStyles();
  const formats = useFormats();
  const texts = useTexts(desktopTexts);
  const date = day.date as WallDate;
  const isToday = day.date === active.today;
  const yesterday = addDays(active.today as WallDate, -1);
  const name = isToday
    ? texts.today
    : day.date === yesterday
      ? texts.yesterday
      : formats.day(date, 'weekday');
  return (
    <h2 className={styles.head}>
      <span>{name}</span>
      {isToday && active.run ? (
        <RunningTotal booked={day.total} since={active.run.todaySince} />
      ) : (
        <span>{formats.length(day.total)}</span>
      )}
    </h2>
  );
}

function RunningTotal({ booked, since }: { readonly booked: number; readonly since: number }) {
  const formats = useFormats();
  return <span>{formats.length(booked + useSecondsSince(since))}</span>;
}
