import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useState } from 'react';
import { settingsTexts } from '../../texts/settings/texts.ts';
import type { Operation } from './openapi.ts';
import { SchemaFields } from './schema-fields.tsx';
import { TryIt } from './try-it.tsx';

const useStyles = makeStyles({
  call: { borderTop: `1px solid ${colours.line}` },
  summary: {
    display: 'flex',
    alignItems: 'baseline',
    gap: '10px',
    padding: '8px 4px',
    cursor: 'pointer',
    borderRadius: '6px',
    flexWrap: 'wrap',
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outline: `2px solid ${colours.brand}` },
  },
  method: { minWidth: '56px', fontSize: '12px', fontWeight: 600, color: colours.brand },
  read: { color: colours.run },
  remove: { color: colours.fault },
  path: { fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '13px', overflowWrap: 'anywhere' },
  about: { color: colours.dim },
  body: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 4px 16px' },
});

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
        <span className={styles.about}>{operation.summary}</span>
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
