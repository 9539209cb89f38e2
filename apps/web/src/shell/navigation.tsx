import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import { shellTexts } from '../texts/shell/texts.ts';
import { type ListedPage, PAGE_GROUPS } from './page-list.ts';
import { WaitingBadge } from './waiting-badge.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '6px 10px',
    borderRadius: '6px',
    color: colours.dim,
    '@media (max-width: 720px)': { padding: '10px' },
    textDecorationLine: 'none',
    ':hover': { backgroundColor: colours.soft },
    '&[aria-current="page"]': {
      backgroundColor: colours.brandSoft,
      color: colours.brand,
      fontWeight: 600,
      '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    },
  },
  title: {
    margin: '14px 10px 4px',
    fontSize: '11px',
    lineHeight: '16px',
    letterSpacing: '.04em',
    fontWeight: 600,
    textTransform: 'uppercase',
    color: colours.faint,
  },
});

interface NavigationProps {
  readonly pages: readonly ListedPage[];
  readonly onNavigate?: () => void;
}

/** The pages there are for the person, in groups. */
export function Navigation({ pages, onNavigate }: NavigationProps) {
  const styles = useStyles();
  const texts = useTexts(shellTexts);
  const groups = PAGE_GROUPS.map((group) => ({
    group,
    listed: pages.filter((page) => page.group === group),
  }));
  return (
    <nav aria-label={texts.pages}>
      {groups.map(({ group, listed }) => (
        <div key={group}>
          {group !== 'time' && listed.length > 0 && <h2 className={styles.title}>{texts[group]}</h2>}
          <ul className={styles.list}>
            {listed.map(({ key, path }) => (
              <li key={key}>
                <Link
                  activeOptions={{ exact: path === '/' }}
                  className={styles.link}
                  onClick={onNavigate}
                  to={path}
                >
                  {texts[key]}
                  {key === 'approvals' && <WaitingBadge />}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
