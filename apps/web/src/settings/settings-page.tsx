import { makeStyles } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { Page } from '../components/page.tsx';
import { settingsTexts } from '../texts/settings/texts.ts';
import { sectionsFor } from './section-list.ts';
import { SectionNav } from './section-nav.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '184px minmax(0, 1fr)',
    gap: '24px',
    alignItems: 'start',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  },
  side: { height: '100%' },
  content: { display: 'flex', flexDirection: 'column', gap: '14px', minWidth: 0, maxWidth: '1080px' },
});

/** Settings: one section at a time, chosen at the left. */
export function SettingsPage() {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const { role } = useSession();
  const { routesByPath } = useRouter();
  const sections = sectionsFor(role, (path) => Object.hasOwn(routesByPath, path));
  return (
    <Page title={texts.title}>
      <div className={styles.columns}>
        <div className={styles.side}>
          <SectionNav sections={sections} />
        </div>
        <div className={styles.content}>
          <Outlet />
        </div>
      </div>
    </Page>
  );
}
