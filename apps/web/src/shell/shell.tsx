import { makeStyles } from '@fluentui/react-components';
import { may } from '@stint/domain';
import { colours, useTexts } from '@stint/ui';
import { useSession } from '../api/session.ts';
import { shellTexts } from '../texts/shell/texts.ts';
import { ClockProvider } from '../track/clock.tsx';
import { TrackArea } from '../track/track-area.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Content } from './content.tsx';
import { FindButton } from './find-button.tsx';
import { useShellKeys } from './keys/use-shell-keys.ts';
import { Logo } from './logo.tsx';
import { Navigation } from './navigation.tsx';
import { OverlaysProvider } from './overlays.tsx';
import { usePages } from './use-pages.ts';
import { UserMenu } from './user-menu.tsx';

const NARROW = '@media (max-width: 720px)';

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplateColumns: '208px minmax(0, 1fr)',
    minHeight: '100vh',
    backgroundColor: colours.background,
    color: colours.ink,
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)', paddingBottom: '56px' },
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
    textDecorationLine: 'none',
    ':focus': { top: '8px' },
  },
  side: {
    position: 'sticky',
    top: 0,
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    padding: '12px 8px',
    overflowY: 'auto',
    borderRight: `1px solid ${colours.line}`,
    backgroundColor: colours.panel,
    [NARROW]: { display: 'none' },
  },
  brand: { padding: '4px 8px 10px' },
  me: { marginTop: 'auto', paddingTop: '8px' },
  main: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  bar: { position: 'sticky', top: 0, zIndex: 5, [NARROW]: { position: 'static' } },
});

/** The frame of every page behind the sign-in: navigation at the left (a phone: at the foot), the track bar on top. */
export function Shell() {
  return (
    <ClockProvider>
      <OverlaysProvider>
        <Frame />
      </OverlaysProvider>
    </ClockProvider>
  );
}

function Frame() {
  const styles = useStyles();
  const texts = useTexts(shellTexts);
  const pages = usePages();
  const { role } = useSession();
  useShellKeys();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {texts.skipToContent}
      </a>
      <header className={styles.side}>
        <div className={styles.brand}>
          <Logo />
        </div>
        <FindButton />
        <Navigation pages={pages} />
        <div className={styles.me}>
          <UserMenu />
        </div>
      </header>
      <div className={styles.main}>
        {may(role, 'trackOwnTime') && (
          <div className={styles.bar}>
            <TrackArea />
          </div>
        )}
        <main id="content" tabIndex={-1}>
          <Content />
        </main>
      </div>
      <BottomBar pages={pages} />
    </div>
  );
}
