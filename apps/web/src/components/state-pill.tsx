import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { APPROVAL_STATE, type ApprovalState } from '@stint/domain';
import { colours, useTexts } from '@stint/ui';
import { periodsTexts } from '../texts/periods/texts.ts';

const useStyles = makeStyles({
  pill: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '2px 10px',
    borderRadius: '10px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    whiteSpace: 'nowrap',
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  open: { backgroundColor: colours.soft, color: colours.dim },
  waiting: { backgroundColor: colours.warnSoft, color: colours.warn },
  good: { backgroundColor: colours.runSoft, color: colours.run },
  back: { backgroundColor: colours.faultSoft, color: colours.fault },
});

const LOOKS = {
  [APPROVAL_STATE.inProgress]: ['stateInProgress', 'open'],
  [APPROVAL_STATE.submitted]: ['stateSubmitted', 'waiting'],
  [APPROVAL_STATE.reopened]: ['stateReopened', 'back'],
  [APPROVAL_STATE.approved]: ['stateApproved', 'good'],
  [APPROVAL_STATE.closed]: ['stateClosed', 'open'],
} as const satisfies Record<ApprovalState, readonly [string, string]>;

interface StatePillProps {
  readonly state: ApprovalState;
  /** Whether the week is locked by hand or by its age, whatever its state. */
  readonly isLocked?: boolean;
  /** Shown on hover. */
  readonly title?: string;
}

/** The approval state of a week in a word. */
export function StatePill({ state, isLocked = false, title }: StatePillProps) {
  const styles = useStyles();
  const texts = useTexts(periodsTexts);
  const [name, look] = LOOKS[state];
  return (
    <span className={mergeClasses(styles.pill, styles[look])} title={title}>
      {isLocked && <LockClosed16Regular aria-label={texts.stateLocked} />}
      {texts[name]}
    </span>
  );
}
