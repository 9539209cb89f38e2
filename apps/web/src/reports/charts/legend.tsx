import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useFormats } from '@stint/ui';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', fontSize: '12px', lineHeight: '20px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '0 16px', paddingBottom: '6px' },
  entry: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  mark: { width: '10px', height: '10px', borderRadius: '2px', flexShrink: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { marginLeft: 'auto', paddingLeft: '8px', fontVariantNumeric: 'tabular-nums', fontWeight: 600 },
  share: {
    width: '38px',
    textAlign: 'right',
    color: colours.dim,
    fontVariantNumeric: 'tabular-nums',
    flexShrink: 0,
    '@container (max-width: 360px)': { display: 'none' },
  },
});

interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  readonly detail?: string;
  /** The part of the whole, 0 to 1. */
  readonly share?: number;
}

/** Which colour stands for what. Entries without details stand in one row. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  const styles = useStyles();
  const { percent } = useFormats();
  const isRow = entries.every(({ detail }) => detail === undefined);
  return (
    <ul className={mergeClasses(styles.list, isRow && styles.row)} data-legend="">
      {entries.map(({ name, colour, detail, share }) => (
        <li className={styles.entry} key={name}>
          <span className={styles.mark} data-colour={colour} style={{ backgroundColor: colour }} />
          <span className={styles.name} title={name}>
            {name}
          </span>
          {detail !== undefined && <span className={styles.detail}>{detail}</span>}
          {share !== undefined && <span className={styles.share}>{percent(share * 100)}</span>}
        </li>
      ))}
    </ul>
  );
}
