import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { type JsonSchema, typeText } from './openapi.ts';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: '12px', fontWeight: 600 },
  list: { margin: '4px 0 0', padding: 0, listStyleType: 'none' },
  nested: { paddingLeft: '20px' },
  name: { fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '13px' },
  type: { color: colours.dim, fontSize: '12px', paddingLeft: '8px' },
});

const DEEPEST = 4;

/** The fields of a request or an answer, nested as they are. */
export function SchemaFields({ schema, title }: { readonly schema: JsonSchema; readonly title: string }) {
  const styles = useStyles();
  return (
    <div>
      <h4 className={styles.title}>
        {title}
        <span className={styles.type}>{typeText(schema)}</span>
      </h4>
      <Fields depth={0} schema={schema} />
    </div>
  );
}

function Fields({ schema, depth }: { readonly schema: JsonSchema; readonly depth: number }) {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const inner = innerObject(schema);
  if (!inner?.properties || depth > DEEPEST) return null;
  return (
    <ul className={depth === 0 ? styles.list : `${styles.list} ${styles.nested}`}>
      {Object.entries(inner.properties).map(([name, field]) => (
        <li key={name}>
          <span className={styles.name}>{name}</span>
          <span className={styles.type}>
            {typeText(field)}
            {inner.required?.includes(name) === true && `, ${texts.required}`}
            {field.description && ` · ${field.description}`}
          </span>
          <Fields depth={depth + 1} schema={field} />
        </li>
      ))}
    </ul>
  );
}

/** The object inside of a list or of "this or nothing". */
function innerObject(schema: JsonSchema): JsonSchema | null {
  if (schema.properties) return schema;
  if (schema.items) return innerObject(schema.items);
  return schema.anyOf?.map(innerObject).find((inner) => inner !== null) ?? null;
}
