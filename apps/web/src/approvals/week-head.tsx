import { makeStyles } from '@fluentui/react-components';
import type { TimeWeek } from '@stint/contract';
import { APPROVAL_STATE, type WallDate, type WallTime } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { StatePill } from '../components/state-pill.tsx';
import { approvalsTexts } from '../texts/approvals/texts.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  week: { fontWeight: 600 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '12px 32px',
    margin: 0,
  },
  name: { color: colours.dim, fontSize: '12px', lineHeight: '16px' },
  value: { margin: 0, fontWeight: 600 },
  comment: {
    margin: 0,
    padding: '8px 12px',
    borderLeft: `3px solid ${colours.fault}`,
    borderRadius: '4px',
    backgroundColor: colours.faultSoft,
    overflowWrap: 'anywhere',
  },
  lock: { margin: 0, color: colours.dim },
});

/** How a week stands: its state, its sums, who was asked and who decided, and what the manager said. */
export function WeekHead({ week }: { readonly week: TimeWeek }) {
  const styles = useStyles();
  const texts = useTexts(approvalsTexts);
  const formats = useFormats();
  const isLocked = week.lock === 'locked' || week.lock === 'lockedByAge';
  const moment = (at: string) =>
    `${formats.day(at.slice(0, 10) as WallDate, 'weekday')}, ${formats.time(at.slice(0, 19) as WallTime)}`;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [texts.tracked, formats.length(week.trackedLength)],
    [texts.billable, week.billableLength === null ? null : formats.length(week.billableLength)],
    [texts.submitted, week.submittedTimestamp && moment(week.submittedTimestamp)],
    [texts.manager, week.assignedManager?.name],
    [texts.approved, week.approvalTimestamp && moment(week.approvalTimestamp)],
    [texts.approvedBy, week.approvedByManager?.name],
  ];
  return (
    <>
      <div className={styles.head}>
        <span className={styles.week}>
          {formats.days(
            week.weekStartDate.slice(0, 10) as WallDate,
            week.weekEndDate.slice(0, 10) as WallDate,
          )}
        </span>
        <StatePill isLocked={isLocked} state={week.approvalState} />
      </div>
      <dl className={styles.facts}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt className={styles.name}>{name}</dt>
                <dd className={styles.value}>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {week.comment !== null && (
        <p className={styles.comment}>
          <b>{week.approvalState === APPROVAL_STATE.reopened ? texts.givenBack : texts.comment}:</b>{' '}
          {week.comment}
        </p>
      )}
      {isLocked && (
        <p className={styles.lock}>{week.lock === 'locked' ? texts.lockedByHand : texts.lockedByAge}</p>
      )}
    </>
  );
}
