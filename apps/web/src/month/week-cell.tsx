import { Button, makeStyles } from '@fluentui/react-components';
import type { TimeWeek } from '@stint/contract';
import { APPROVAL_STATE } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { StatePill } from '../components/state-pill.tsx';
import { monthTexts } from '../texts/month/texts.ts';
import type { WeekCommand } from '../weeks/foresee-week.ts';
import type { GridWeek } from './month-grid.ts';

const NARROW = '@media (max-width: 900px)';

const useStyles = makeStyles({
  cell: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    gap: '4px',
    padding: '8px 12px',
    borderTop: `1px solid ${colours.line}`,
    [NARROW]: {
      gridColumn: '1 / -1',
      flexDirection: 'row',
      flexWrap: 'wrap',
      alignItems: 'center',
      minHeight: '44px',
      padding: '4px 8px',
      backgroundColor: colours.background,
    },
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 8px',
    minHeight: '24px',
    flexWrap: 'wrap',
  },
  act: { flexShrink: 0, minWidth: 0 },
  number: { fontSize: '12px', color: colours.dim },
  total: { fontSize: '16px', lineHeight: '24px' },
  comment: { fontSize: '12px', lineHeight: '16px', color: colours.fault, overflowWrap: 'anywhere' },
});

interface WeekCellProps {
  readonly row: GridWeek;
  /** Null while it is not known. */
  readonly seconds: number | null;
  /** Null where weeks are not approved. */
  readonly week: TimeWeek | null;
  readonly onCommand: (command: WeekCommand) => void;
}

/** The total of a week, where it stands, and what its person may do with it now. */
export function WeekCell({ row, seconds, week, onCommand }: WeekCellProps) {
  const styles = useStyles();
  const texts = useTexts(monthTexts);
  const formats = useFormats();
  const day = formats.day(row.start);
  return (
    <div className={styles.cell} role="gridcell">
      <div className={styles.line}>
        <span className={styles.number}>{texts.weekNumber({ number: row.number })}</span>
        {seconds !== null && <b className={styles.total}>{formats.length(seconds)}</b>}
      </div>
      {week && (
        <div className={styles.line}>
          <StatePill
            isLocked={week.lock === 'locked' || week.lock === 'lockedByAge'}
            state={week.approvalState}
            {...(week.submitRefusal !== null && { title: week.submitRefusal })}
          />
          {week.mayBeSubmitted && (
            <Button
              aria-label={texts.submitWeek({ day })}
              className={styles.act}
              onClick={() => onCommand({ kind: 'submit', week })}
              size="small"
            >
              {texts.submit}
            </Button>
          )}
          {week.approvalState === APPROVAL_STATE.submitted && (
            <Button
              aria-label={texts.revokeWeek({ day })}
              className={styles.act}
              onClick={() => onCommand({ kind: 'revoke', week })}
              size="small"
            >
              {texts.revoke}
            </Button>
          )}
        </div>
      )}
      {week?.comment && week.approvalState === APPROVAL_STATE.reopened && (
        <span className={styles.comment}>{texts.rejectedBecause({ comment: week.comment })}</span>
      )}
    </div>
  );
}
