import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Navigation20Regular } from '@fluentui/react-icons/svg/navigation';
import { colours } from '@stint/ui';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { TrackArea } from '../track/track-area.tsx';
import { Logo } from './logo.tsx';
import { Navigation } from './navigation.tsx';
import { UserMenu } from './user-menu.tsx';

const NARROW = '@media (max-width: 720px)';

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateColumns: '208px minmax(0, 1fr)',
    minHeight: '100vh',
    backgroundColor: colours.background,
    color: colours.ink,
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto 1fr' },
  },
  skip: {
    position: 'absolute',
    left: '8px',
    top: '-48px',
    zIndex: 20,
    padding: '8px 12px',
    borderRadius: '6px',
    color: colours.onBrand,
    backgroundColor: colours.brand,
    ':focus': { top: '8px' },
  },
  side: {
    position: 'sticky',
    top: 0,
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    padding: '12px 8px',
    borderRight: `1px solid ${colours.line}`,
    backgroundColor: colours.panel,
    [NARROW]: {
      position: 'static',
      height: 'auto',
      padding: '8px',
      borderRight: 'none',
      borderBottom: `1px solid ${colours.line}`,
    },
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '4px 8px 14px',
    [NARROW]: { padding: '0 4px' },
  },
  toggle: { display: 'none', [NARROW]: { display: 'inline-flex' } },
  pages: { display: 'flex', flexDirection: 'column', flexGrow: 1, [NARROW]: { display: 'none' } },
  pagesOpen: { [NARROW]: { display: 'flex', paddingTop: '8px' } },
  me: { marginTop: 'auto', [NARROW]: { marginTop: '8px' } },
  main: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  bar: { position: 'sticky', top: 0, zIndex: 5, [NARROW]: { position: 'static' } },
});

/** The frame of every page behind the sign-in: navigation at the left, the track bar on top. */
export function Shell() {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      <header className={styles.side}>
        <div className={styles.brand}>
          <Logo />
          <Button
            appearance="subtle"
            aria-expanded={isOpen}
            aria-label="Menu"
            className={styles.toggle}
            icon={<Navigation20Regular />}
            onClick={() => setOpen(!isOpen)}
          />
        </div>
        <div className={mergeClasses(styles.pages, isOpen && styles.pagesOpen)}>
          <Navigation onNavigate={() => setOpen(false)} />
          <div className={styles.me}>
            <UserMenu />
          </div>
        </div>
      </header>
      <div className={styles.main}>
        <div className={styles.bar}>
          <TrackArea />
        </div>
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
