import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';

const useStyles = makeStyles({
  hints: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    color: colours.faint,
    fontSize: '12px',
    '@media (hover: none)': { display: 'none' },
    '@media (max-width: 720px)': { display: 'none' },
  },
  key: {
    padding: '0 5px',
    marginRight: '4px',
    border: `1px solid ${colours.line}`,
    borderBottomWidth: '2px',
    borderRadius: '4px',
    font: 'inherit',
    fontWeight: 600,
    color: colours.dim,
    backgroundColor: colours.panel,
  },
});

/** The keys that work here, at the foot of a page: each with a word of what it does. Not shown where there is no keyboard. */
export function KeyHints({ hints }: { readonly hints: readonly (readonly [key: string, name: string])[] }) {
  const styles = useStyles();
  return (
    <div className={styles.hints}>
      {hints.map(([key, name]) => (
        <span key={key}>
          {key.split(' ').map((each) => (
            <kbd className={styles.key} key={each}>
              {each}
            </kbd>
          ))}
          {name}
        </span>
      ))}
    </div>
  );
}
