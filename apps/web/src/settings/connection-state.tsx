import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { AnswerOf, calls } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { settingsTexts } from '../texts/settings/texts.ts';

type Connection = NonNullable<AnswerOf<typeof calls.getConnection>>;

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: '120px minmax(0, 1fr)', gap: '6px 12px', margin: 0 },
  name: { color: colours.dim },
  value: { margin: 0, overflowWrap: 'anywhere' },
  good: { color: colours.run, fontWeight: 600 },
  bad: { color: colours.fault, fontWeight: 600 },
});

const STATE_NAMES = {
  connected: 'connected',
  reading: 'stateReading',
  unreachable: 'stateUnreachable',
  unauthorized: 'stateUnauthorized',
} as const satisfies Record<Connection['state'], string>;

/** How the connection is doing. */
export function ConnectionState({ connection }: { readonly connection: Connection }) {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const formats = useFormats();
  const isGood = connection.state === 'connected' || connection.state === 'reading';
  return (
    <dl className={styles.list}>
      <dt className={styles.name}>{texts.address}</dt>
      <dd className={styles.value}>{connection.url}</dd>
      <dt className={styles.name}>{texts.state}</dt>
      <dd className={mergeClasses(styles.value, isGood ? styles.good : styles.bad)}>
        {texts[STATE_NAMES[connection.state]]}
      </dd>
      {connection.message !== null && (
        <>
          <dt className={styles.name}>{texts.message}</dt>
          <dd className={styles.value}>{connection.message}</dd>
        </>
      )}
      <dt className={styles.name}>{texts.lastRead}</dt>
      <dd className={styles.value}>
        {connection.lastRead === null ? texts.notYet : formats.dateTime(connection.lastRead)}
      </dd>
      <dt className={styles.name}>{texts.workItems}</dt>
      <dd className={styles.value}>{formats.number(connection.workItems)}</dd>
    </dl>
  );
}
