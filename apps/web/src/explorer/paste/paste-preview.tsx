import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { colours, Menu, MenuItem, MenuRule, useTexts } from '@stint/ui';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { type Field, FIELDS, type Mapping } from './fields.ts';
import type { CheckedRow } from './use-paste.ts';

/** Rows that are shown; those that are wrong come first, so that none of them hides among thousands. */
const MOST_SHOWN = 200;

const useStyles = makeStyles({
  frame: {
    maxHeight: '42vh',
    marginTop: '12px',
    overflow: 'auto',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
  },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: {
    position: 'sticky',
    top: 0,
    padding: '4px 10px',
    fontSize: '12px',
    fontWeight: 600,
    color: colours.dim,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    backgroundColor: colours.panel,
    borderBottom: `1px solid ${colours.line}`,
  },
  field: { minWidth: 0, marginLeft: '-8px' },
  cell: {
    maxWidth: '220px',
    padding: '6px 10px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    borderTop: `1px solid ${colours.line}`,
  },
  left: { color: colours.dim },
  wrong: { backgroundColor: colours.faultSoft },
  reason: { minWidth: '220px', maxWidth: '320px', whiteSpace: 'normal', color: colours.fault },
  fine: { color: colours.run },
});

interface PastePreviewProps {
  readonly rows: readonly CheckedRow[];
  readonly mapping: Mapping;
  readonly onField: (index: number, field: Field | null) => void;
}

const isWrong = ({ row }: { readonly row: CheckedRow }) => row.entry === null || row.reason !== null;

/** The pasted rows as they are understood. What a column is can be changed in its title. */
export function PastePreview({ rows, mapping, onField }: PastePreviewProps) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const numbered = rows.map((row, index) => ({ row, number: index + 1 }));
  const shown = [...numbered.filter(isWrong), ...numbered.filter((each) => !isWrong(each))].slice(
    0,
    MOST_SHOWN,
  );
  const reasonOf = (row: CheckedRow) =>
    row.entry === null ? texts[`fault_${row.fault}`]({ cell: row.cell }) : (row.reason ?? '');
  return (
    <div aria-label={texts.preview} className={styles.frame} role="region" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.head} scope="col">
              {texts.row}
            </th>
            {mapping.map((field, index) => (
              <th className={styles.head} key={index} scope="col">
                <FieldMenu field={field} onChange={(chosen) => onField(index, chosen)} />
              </th>
            ))}
            <th className={styles.head} scope="col">
              {texts.verdict}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, number }) => (
            <tr className={mergeClasses(isWrong({ row }) && styles.wrong)} key={number}>
              <td className={mergeClasses(styles.cell, styles.left)}>{number}</td>
              {mapping.map((field, index) => (
                <td className={mergeClasses(styles.cell, field === null && styles.left)} key={index}>
                  {row.cells[index] ?? ''}
                </td>
              ))}
              <td className={mergeClasses(styles.cell, isWrong({ row }) ? styles.reason : styles.fine)}>
                {isWrong({ row }) ? reasonOf(row) : texts.fine}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FieldMenu(props: {
  readonly field: Field | null;
  readonly onChange: (field: Field | null) => void;
}) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  return (
    <Menu
      trigger={(trigger) => (
        <Button
          {...trigger}
          appearance="subtle"
          className={styles.field}
          icon={<ChevronDown12Regular />}
          iconPosition="after"
          size="small"
        >
          {props.field === null ? texts.leftOut : texts[`field_${props.field}`]}
        </Button>
      )}
    >
      {FIELDS.map((field) => (
        <MenuItem isChosen={field === props.field} key={field} onSelect={() => props.onChange(field)}>
          {texts[`field_${field}`]}
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem isChosen={props.field === null} onSelect={() => props.onChange(null)}>
        {texts.leftOut}
      </MenuItem>
    </Menu>
  );
}
