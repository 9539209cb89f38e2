import { makeStyles } from '@fluentui/react-components';
import type { TimeWeek } from '@stint/contract';
import { addDays, APPROVAL_STATE, weekNumber } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import { StatePill } from '../components/state-pill.tsx';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { monthTexts } from '../texts/month/texts.ts';
import type { WeekCommand } from '../weeks/foresee-week.ts';
import { firstDayOf } from '../weeks/use-weeks.ts';
import { OwnActs } from './own-acts.tsx';

const NARROW = '@media (max-width: 720px)';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 240px) 120px minmax(0, 1fr) 72px 124px',
    alignItems: 'center',
    gap: '0 12px',
    minHeight: '44px',
    padding: '2px 12px',
    borderTop: `1px solid ${colours.line}`,
    ':first-child': { borderTop: 'none' },
    ':hover': { backgroundColor: colours.background },
    ':focus-within': { backgroundColor: colours.background },
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr) auto', padding: '6px 12px', rowGap: '2px' },
  },
  week: {
    padding: '4px',
    marginLeft: '-4px',
    [NARROW]: { display: 'inline-block', padding: '8px 4px' },
    borderRadius: '6px',
    fontWeight: 600,
    color: colours.ink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  number: { marginLeft: '8px', color: colours.dim, fontSize: '12px', fontWeight: 400 },
  state: { [NARROW]: { gridRow: '2' } },
  note: {
    color: colours.dim,
    fontSize: '12px',
    lineHeight: '16px',
    overflowWrap: 'anywhere',
    [NARROW]: { gridColumn: '1 / -1' },
  },
  back: { color: colours.fault },
  length: { textAlign: 'right', fontWeight: 600, [NARROW]: { gridColumn: '2', gridRow: '1' } },
  acts: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: '4px',
    [NARROW]: { gridColumn: '2', gridRow: '2' },
  },
});

interface OwnWeekRowProps {
  readonly week: TimeWeek;
  readonly onCommand: (command: WeekCommand) => void;
}

/** One of one’s own weeks: where it stands, what the manager said, what can be done. */
export function OwnWeekRow({ week, onCommand }: OwnWeekRowProps) {
  const styles = useStyles();
  const texts = useTexts(approvalsTexts);
  const month = useTexts(monthTexts);
  const formats = useFormats();
  const start = firstDayOf(week);
  const days = formats.days(start, addDays(start, 6));
  const isBack = week.approvalState === APPROVAL_STATE.reopened;
  const note =
    isBack && week.comment
      ? month.rejectedBecause({ comment: week.comment })
      : week.approvedByManager
        ? texts.approvedByName({ name: week.approvedByManager.name })
        : week.approvalState === APPROVAL_STATE.submitted && week.assignedManager
          ? texts.waitsFor({ name: week.assignedManager.name })
          : '';
  return (
    <li className={styles.row} data-row="">
      <span>
        <Link className={styles.week} data-week={start} search={{ person: week.user.id, week: start }} to=".">
          {days}
        </Link>
        <span className={styles.number}>
          {month.weekNumber({ number: weekNumber(start, formats.settings.weekRules).week })}
        </span>
      </span>
      <span className={styles.state}>
        <StatePill
          isLocked={week.lock === 'locked' || week.lock === 'lockedByAge'}
          state={week.approvalState}
          {...(week.submitRefusal !== null && { title: week.submitRefusal })}
        />
      </span>
      <span className={`${styles.note} ${isBack ? styles.back : ''}`}>{note}</span>
      <span className={styles.length}>{formats.length(week.trackedLength)}</span>
      <span className={styles.acts}>
        <OwnActs isSmall onCommand={onCommand} week={week} />
      </span>
    </li>
  );
}
