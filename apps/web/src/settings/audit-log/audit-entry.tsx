import { Button, makeStyles } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { AuditEntry as Entry } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { auditLogTexts } from '../../texts/audit-log/texts.ts';
import { differencesOf } from './differences.ts';
import { DifferencesTable } from './differences-table.tsx';
import { nameOf } from './names.ts';
import { useFieldName } from './use-field-name.ts';

const useStyles = makeStyles({
  entry: {
    borderTop: `1px solid ${colours.line}`,
    ':first-child': { borderTop: 'none' },
    '&[open] > summary svg': { transform: 'rotate(90deg)' },
  },
  summary: {
    display: 'grid',
    gridTemplateColumns: '16px 144px minmax(0, 1fr) minmax(0, 2.4fr) 104px',
    gap: '4px 12px',
    alignItems: 'center',
    minHeight: '36px',
    padding: '4px 12px',
    cursor: 'pointer',
    listStyleType: 'none',
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { backgroundColor: colours.soft },
    '@media (max-width: 720px)': { gridTemplateColumns: '16px minmax(0, 1fr) auto' },
  },
  dim: { color: colours.dim },
  what: { fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', overflowWrap: 'anywhere' },
  via: { color: colours.dim, textAlign: 'right', '@media (max-width: 720px)': { display: 'none' } },
  when: { color: colours.dim, fontVariantNumeric: 'tabular-nums' },
  who: { overflow: 'hidden', textOverflow: 'ellipsis' },
  whatCell: { '@media (max-width: 720px)': { gridColumn: '2 / -1' } },
  details: { padding: '4px 12px 12px 40px', '@media (max-width: 720px)': { paddingLeft: '12px' } },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', marginTop: '8px' },
});

interface AuditEntryProps {
  readonly entry: Entry;
  readonly names: ReadonlyMap<string, string>;
  readonly onShowAbout: (entry: Entry) => void;
}

/** One act: when, who and what in a line; unfolded, what changed and from where. */
export function AuditEntry({ entry, names, onShowAbout }: AuditEntryProps) {
  const styles = useStyles();
  const texts = useTexts(auditLogTexts);
  const formats = useFormats();
  const thing = nameOf(texts, 'entity', entry.entity);
  const fieldName = useFieldName(entry.entity);
  const subject = names.get(entry.entityId.toLowerCase()) ?? changedFields(entry).map(fieldName).join(', ');
  return (
    <details className={styles.entry}>
      <summary className={styles.summary}>
        <ChevronRight16Regular aria-hidden />
        <span className={styles.when}>{formats.dateTime(entry.timestamp)}</span>
        <span className={styles.who}>{entry.user?.name ?? texts.nobody}</span>
        <span className={styles.whatCell}>
          <span className={styles.what}>
            {texts.what({ thing, act: nameOf(texts, 'action', entry.action) })}
          </span>
          {subject && <span className={styles.dim}>{` · ${subject}`}</span>}
        </span>
        <span className={styles.via}>{nameOf(texts, 'via', entry.via)}</span>
      </summary>
      <div className={styles.details}>
        <DifferencesTable entry={entry} names={names} />
        <div className={styles.foot}>
          <Button onClick={() => onShowAbout(entry)} size="small">
            {texts.showAbout}
          </Button>
          <code className={styles.dim}>{entry.entityId}</code>
          {entry.address && <span className={styles.dim}>{texts.address({ address: entry.address })}</span>}
        </div>
      </div>
    </details>
  );
}

/** The fields that a change touched; nothing of what was made or deleted. */
function changedFields({ before, after }: Entry): string[] {
  return before && after ? differencesOf(before, after).map(({ field }) => field) : [];
}
