import { makeStyles } from '@fluentui/react-components';
import type { AuditEntry } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { auditLogTexts } from '../../texts/audit-log/texts.ts';
import { differencesOf } from './differences.ts';
import { useFieldName } from './use-field-name.ts';
import { valueText } from './value-text.ts';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', minWidth: 'min(100%, 560px)' },
  head: {
    padding: '4px 16px 4px 0',
    textAlign: 'left',
    fontSize: '12px',
    fontWeight: 600,
    color: colours.dim,
  },
  cell: {
    padding: '4px 16px 4px 0',
    borderTop: `1px solid ${colours.line}`,
    verticalAlign: 'top',
    textAlign: 'left',
    fontWeight: 400,
    overflowWrap: 'anywhere',
  },
  none: { margin: 0, color: colours.dim },
});

interface DifferencesTableProps {
  readonly entry: AuditEntry;
  readonly names: ReadonlyMap<string, string>;
}

/** What an act changed, field by field: before and after, in words. */
export function DifferencesTable({ entry, names }: DifferencesTableProps) {
  const styles = useStyles();
  const texts = useTexts(auditLogTexts);
  const fieldName = useFieldName(entry.entity);
  const formats = useFormats();
  const differences = differencesOf(entry.before, entry.after);
  if (differences.length === 0) return <p className={styles.none}>{texts.noDetails}</p>;
  const columns = [
    ...(entry.before === null ? [] : (['before'] as const)),
    ...(entry.after === null ? [] : (['after'] as const)),
  ];
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {['field' as const, ...columns].map((column) => (
              <th className={styles.head} key={column} scope="col">
                {texts[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.field}>
              <th className={styles.cell} scope="row">
                {fieldName(difference.field)}
              </th>
              {columns.map((column) => (
                <td className={styles.cell} key={column}>
                  {valueText(difference.field, difference[column], { texts, formats, names })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
