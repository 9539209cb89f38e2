import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { colours, IconButton, useTexts } from '@stint/ui';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { calendarsTexts } from '../../texts/calendars/texts.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import type { Outcome } from './outcome.ts';

const route = getRouteApi('/signed-in/settings/calendars');

const useStyles = makeStyles({
  box: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '8px 8px 8px 16px',
    borderRadius: '8px',
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  good: { backgroundColor: colours.runSoft, color: colours.run },
  bad: { backgroundColor: colours.faultSoft, color: colours.fault },
  text: { flexGrow: 1 },
});

const TEXTS = {
  connected: 'connected',
  signed_out: 'signedOut',
  denied: 'denied',
  state_mismatch: 'stateMismatch',
  refused: 'refused',
  failed: 'failed',
} as const satisfies Record<Outcome, string>;

/** How connecting an account went, when one comes back from there. */
export function ConnectOutcome() {
  const styles = useStyles();
  const texts = useTexts(calendarsTexts);
  const common = useTexts(commonTexts);
  const navigate = useNavigate();
  const { calendar: outcome } = route.useSearch();
  if (outcome === undefined) return null;
  const isGood = outcome === 'connected';
  return (
    <div
      className={mergeClasses(styles.box, isGood ? styles.good : styles.bad)}
      role={isGood ? 'status' : 'alert'}
    >
      <span className={styles.text}>{texts[TEXTS[outcome]]}</span>
      <IconButton
        icon={<Dismiss16Regular />}
        name={common.dismiss}
        onClick={() => void navigate({ to: '/settings/calendars', search: {}, replace: true })}
      />
    </div>
  );
}
