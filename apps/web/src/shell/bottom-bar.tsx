import { makeStyles } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { colours, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SidePanel } from '../components/side-panel.tsx';
import { shellTexts } from '../texts/shell/texts.ts';
import { Navigation } from './navigation.tsx';
import type { ListedPage } from './page-list.ts';
import { PageIcon } from './page-icon.tsx';
import { UserMenu } from './user-menu.tsx';

const MOST = 4;

const useStyles = makeStyles({
  bar: {
    position: 'fixed',
    inset: 'auto 0 0 0',
    zIndex: 6,
    display: 'none',
    height: 'calc(56px + env(safe-area-inset-bottom))',
    paddingBottom: 'env(safe-area-inset-bottom)',
    borderTop: `1px solid ${colours.line}`,
    backgroundColor: colours.panel,
    '@media (max-width: 720px)': { display: 'flex' },
  },
  entry: {
    display: 'flex',
    flexGrow: 1,
    flexBasis: 0,
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '2px',
    minWidth: 0,
    padding: 0,
    border: 'none',
    font: 'inherit',
    fontSize: '12px',
    lineHeight: '16px',
    color: colours.dim,
    backgroundColor: 'transparent',
    textDecorationLine: 'none',
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '-2px' },
    '&[aria-current="page"]': { color: colours.brand, fontWeight: 600 },
  },
  // At the foot, so that its menu has room above.
  menu: { display: 'flex', flexDirection: 'column', minHeight: 'calc(100dvh - 64px)' },
  me: { marginTop: 'auto', paddingTop: '8px', borderTop: `1px solid ${colours.line}` },
});

/** The navigation of a phone: the first pages at the foot, all others behind “More”. */
export function BottomBar({ pages }: { readonly pages: readonly ListedPage[] }) {
  const styles = useStyles();
  const texts = useTexts(shellTexts);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <nav aria-label={texts.pages} className={styles.bar}>
        {pages.slice(0, MOST).map(({ key, path }) => (
          <Link activeOptions={{ exact: path === '/' }} className={styles.entry} key={key} to={path}>
            <PageIcon page={key} />
            {texts[key]}
          </Link>
        ))}
        <button aria-haspopup="dialog" className={styles.entry} onClick={() => setOpen(true)} type="button">
          <MoreHorizontal20Regular />
          {texts.more}
        </button>
      </nav>
      {isOpen && (
        <SidePanel isNarrow onClose={close} title={texts.menu}>
          <div className={styles.menu}>
            <Navigation onNavigate={close} pages={pages} />
            <div className={styles.me}>
              <UserMenu />
            </div>
          </div>
        </SidePanel>
      )}
    </>
  );
}
