import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { Link, Outlet } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { Page } from '../components/page.tsx';
import { settingsTexts } from '../texts/settings/texts.ts';

const useStyles = makeStyles({
  tabs: {
    display: 'flex',
    alignSelf: 'flex-start',
    maxWidth: '100%',
    overflowX: 'auto',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
    backgroundColor: colours.panel,
  },
  tab: {
    padding: '5px 12px',
    whiteSpace: 'nowrap',
    color: colours.dim,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outlineOffset: '-2px' },
    '&[aria-current="page"]': { backgroundColor: colours.brandSoft, color: colours.brand, fontWeight: 600 },
  },
});

/** Settings: one part at a time, chosen above. */
export function SettingsPage() {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const { role } = useSession();
  return (
    <Page title={texts.title}>
      <nav aria-label={texts.title} className={styles.tabs}>
        <Link className={styles.tab} to="/settings/reporting-api">
          {texts.reportingAndApi}
        </Link>
        {role === 'Administrator' && (
          <Link className={styles.tab} to="/settings/connection">
            {texts.connection}
          </Link>
        )}
        <Link className={styles.tab} to="/settings/account">
          {texts.account}
        </Link>
      </nav>
      <Outlet />
    </Page>
  );
}
