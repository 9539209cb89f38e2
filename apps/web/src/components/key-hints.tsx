import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { capsOf } from '../shell/keys/key-table.ts';
import { type KeyLine, usePageKeys } from '../shell/keys/page-keys.tsx';

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
  key: { marginRight: '4px' },
});

interface KeyHintsProps {
  /** The keys that one should know, in order. */
  readonly hints: readonly KeyLine[];
  /** Further keys of the page, which only the list of all keys (`?`) tells. */
  readonly more?: readonly KeyLine[];
  /** Whether they are keys of this page; those that work everywhere are in the list of all keys anyway. */
  readonly isOfPage?: boolean;
}

/** The keys that work here, at the foot of a page: each with a word of what it does. Not shown where there is no keyboard. */
export function KeyHints({ hints, more = [], isOfPage = true }: KeyHintsProps) {
  const styles = useStyles();
  usePageKeys(isOfPage ? [...hints, ...more] : []);
  return (
    <div className={styles.hints}>
      {hints.map(({ keys, name }) => (
        <span key={name}>
          {capsOf(keys).map((each) => (
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
