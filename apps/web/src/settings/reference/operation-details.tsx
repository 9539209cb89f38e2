import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { type ReactNode, useState } from 'react';
import { settingsTexts } from '../../texts/settings/texts.ts';
import type { Operation } from './openapi.ts';
import { SchemaFields } from './schema-fields.tsx';
import { TryIt } from './try-it.tsx';

const useStyles = makeStyles({
  call: { borderTop: `1px solid ${colours.line}` },
  summary: {
    display: 'grid',
    gridTemplateColumns: '60px minmax(0, 5fr) minmax(0, 6fr)',
    alignItems: 'baseline',
    gap: '2px 12px',
    padding: '8px 4px',
    cursor: 'pointer',
    borderRadius: '6px',
    listStyleType: 'none',
    '@media (max-width: 1100px)': { gridTemplateColumns: '60px minmax(0, 1fr)' },
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outline: `2px solid ${colours.brand}` },
  },
  method: { fontSize: '12px', fontWeight: 600, color: colours.brand },
  read: { color: colours.run },
  remove: { color: colours.fault },
  path: { fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '13px', overflowWrap: 'anywhere' },
  about: { color: colours.dim, '@media (max-width: 1100px)': { gridColumn: 2 } },
  body: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 4px 16px' },
});

/** A sentence with what stands between backticks as code. */
function withCode(text: string): ReactNode {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part));
}

/** One call: folded to a line, unfolded with its fields and a try. */
export function OperationDetails({ operation }: { readonly operation: Operation }) {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const [isOpen, setOpen] = useState(false);
  const { method } = operation;
  return (
    <details className={styles.call} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <span
          className={mergeClasses(
            styles.method,
            method === 'GET' && styles.read,
            method === 'DELETE' && styles.remove,
          )}
        >
          {method}
        </span>
        <code className={styles.path}>{operation.path}</code>
        <span className={styles.about}>{withCode(operation.summary)}</span>
      </summary>
      {isOpen && (
        <div className={styles.body}>
          <TryIt operation={operation} />
          {operation.body && <SchemaFields schema={operation.body} title={texts.request} />}
          {operation.answer && <SchemaFields schema={operation.answer} title={texts.answer} />}
        </div>
      )}
    </details>
  );
}
