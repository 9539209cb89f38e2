import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { AnswerOf, calls } from '@stint/contract';
import { colours } from '@stint/ui';
import { dateTimeText } from '../components/when.ts';

type Connection = NonNullable<AnswerOf<typeof calls.getConnection>>;

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: '120px minmax(0, 1fr)', gap: '6px 12px', margin: 0 },
  name: { color: colours.dim },
  value: { margin: 0, overflowWrap: 'anywhere' },
  good: { color: colours.run, fontWeight: 600 },
  bad: { color: colours.fault, fontWeight: 600 },
});

const STATE_NAMES: Readonly<Record<Connection['state'], string>> = {
  connected: 'Connected',
  reading: 'Reading work items…',
  unreachable: 'Not reachable; trying again by itself',
  unauthorized: 'The token was refused',
};

/** How the connection is doing. */
export function ConnectionState({ connection }: { readonly connection: Connection }) {
  const styles = useStyles();
  const isGood = connection.state === 'connected' || connection.state === 'reading';
  return (
    <dl className={styles.list}>
      <dt className={styles.name}>Address</dt>
      <dd className={styles.value}>{connection.url}</dd>
      <dt className={styles.name}>State</dt>
      <dd className={mergeClasses(styles.value, isGood ? styles.good : styles.bad)}>
        {STATE_NAMES[connection.state]}
      </dd>
      {connection.message !== null && (
        <>
          <dt className={styles.name}>Message</dt>
          <dd className={styles.value}>{connection.message}</dd>
        </>
      )}
      <dt className={styles.name}>Last read</dt>
      <dd className={styles.value}>
        {connection.lastRead === null ? 'Not yet' : dateTimeText(connection.lastRead)}
      </dd>
      <dt className={styles.name}>Work items</dt>
      <dd className={styles.value}>{connection.workItems.toLocaleString('en-GB')}</dd>
    </dl>
  );
}
