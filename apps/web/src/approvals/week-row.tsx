import { Checkbox, makeStyles } from '@fluentui/react-components';
import { Comment16Regular } from '@fluentui/react-icons/svg/comment';
import { colours, useFormats, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import { PersonChip } from '../components/person-chip.tsx';
import { StatePill } from '../components/state-pill.tsx';
import { useHiddenStyles } from '../components/use-hidden-styles.ts';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { ActButton } from './act-button.tsx';
import type { ManagedWeek } from './managed-week.ts';
import { actsFor, type ManagerAct } from './manager-acts.ts';
import type { WallTime } from '@stint/domain';

const NARROW = '@media (max-width: 720px)';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(140px, 220px) auto minmax(0, 1fr) 72px 92px',
    alignItems: 'center',
    gap: '0 12px',
    minHeight: '40px',
    padding: '0 12px 0 8px',
    borderTop: `1px solid ${colours.line}`,
    ':hover': { backgroundColor: colours.background },
    ':focus-within': { backgroundColor: colours.background },
    [NARROW]: {
      gridTemplateColumns: '32px minmax(0, 1fr) auto',
      gap: '2px 4px',
      padding: '6px 12px 6px 8px',
    },
  },
  person: {
    position: 'relative',
    minWidth: 0,
    padding: '4px',
    borderRadius: '6px',
    color: colours.ink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  note: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minWidth: 0,
    color: colours.dim,
    fontSize: '12px',
    [NARROW]: { gridColumn: '2', gridRow: '2', alignSelf: 'start', paddingLeft: '36px' },
  },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  state: { [NARROW]: { gridColumn: '2', gridRow: '3', paddingLeft: '36px', ':empty': { display: 'none' } } },
  length: { textAlign: 'right', fontWeight: 600, [NARROW]: { gridColumn: '3', gridRow: '1' } },
  acts: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: '2px',
    [NARROW]: { gridColumn: '3', gridRow: '2' },
  },
});

interface WeekRowProps {
  readonly week: ManagedWeek;
  readonly showsState: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onAct: (act: ManagerAct, week: ManagedWeek) => void;
}

/** One person’s week in a manager’s list. Its link opens the details. */
export function WeekRow({ week, showsState, isChosen, onChoose, onAct }: WeekRowProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const texts = useTexts(approvalsTexts);
  const formats = useFormats();
  const { person, state, lock, comment, submitted } = week;
  const what = `${person.name}, ${formats.days(week.start, week.end)}`;
  const isLocked = lock === 'locked' || lock === 'lockedByAge';
  return (
    <li className={styles.row} data-row="">
      <Checkbox
        aria-label={texts.chooseWeek({ what })}
        checked={isChosen}
        onChange={(_, { checked }) => onChoose(checked === true)}
      />
      <Link
        className={styles.person}
        data-week={week.key}
        search={{ person: person.id, week: week.start }}
        to="."
      >
        <PersonChip id={person.id} name={person.name} />
        <span className={hidden.text}>, {formats.days(week.start, week.end)}</span>
      </Link>
      <span className={styles.state}>
        {(showsState || isLocked) && <StatePill isLocked={isLocked} state={state} />}
      </span>
      <span className={styles.note}>
        {comment !== null && <Comment16Regular aria-hidden />}
        <span className={styles.cut} title={comment ?? undefined}>
          {comment ?? (submitted && texts.submittedOn({ day: shortDay(submitted) }))}
        </span>
      </span>
      <span className={styles.length}>{formats.length(week.lengthSeconds)}</span>
      <span className={styles.acts}>
        {actsFor(week)
          .filter((act) => act !== 'reopen' || state !== 1)
          .map((act) => (
            <ActButton act={act} isSmall key={act} onAct={() => onAct(act, week)} what={what} />
          ))}
      </span>
    </li>
  );

  function shortDay(at: string): string {
    return `${formats.day(at.slice(0, 10) as ManagedWeek['start'], 'weekday')}, ${formats.time(at.slice(0, 19) as WallTime)}`;
  }
}
