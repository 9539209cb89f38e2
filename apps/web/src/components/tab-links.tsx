import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { Link } from '@tanstack/react-router';

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
    '@media (max-width: 720px)': { padding: '9px 12px' },
    whiteSpace: 'nowrap',
    color: colours.dim,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outlineOffset: '-2px' },
    '&[aria-current="page"]': {
      backgroundColor: colours.brandSoft,
      color: colours.brand,
      fontWeight: 600,
      '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    },
  },
});

/** Tabs within a page, each with an address of its own. */
export function TabLinks(props: {
  readonly label: string;
  readonly tabs: readonly { readonly path: string; readonly name: string }[];
}) {
  const styles = useStyles();
  return (
    <nav aria-label={props.label} className={styles.tabs}>
      {props.tabs.map(({ path, name }) => (
        <Link className={styles.tab} key={path} to={path}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
