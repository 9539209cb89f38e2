import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { Link } from '@tanstack/react-router';

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
    display: 'block',
    padding: '6px 10px',
    borderRadius: '6px',
    color: colours.dim,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: colours.soft },
    '&[aria-current="page"]': { backgroundColor: colours.brandSoft, color: colours.brand, fontWeight: 600 },
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

/** The pages there are. */
export function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  const styles = useStyles();
  return (
    <nav aria-label="Pages">
      <ul className={styles.list}>
        <li>
          <Link activeOptions={{ exact: true }} className={styles.link} onClick={onNavigate} to="/">
            Day
          </Link>
        </li>
      </ul>
      <h2 className={styles.title}>Set up</h2>
      <ul className={styles.list}>
        <li>
          <Link className={styles.link} onClick={onNavigate} to="/apps">
            Apps
          </Link>
        </li>
        <li>
          <Link className={styles.link} onClick={onNavigate} to="/settings">
            Settings
          </Link>
        </li>
      </ul>
    </nav>
  );
}
