import { Button, makeStyles } from '@fluentui/react-components';
import { colours, useFormats, useTexts } from '@stint/ui';
import { Fragment, type ReactNode } from 'react';
import { useErrorText } from '../../api/message.ts';
import { connectionTexts } from '../../texts/connection/texts.ts';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { FirstRead } from './first-read.tsx';
import { TestOutcome } from './test-outcome.tsx';
import { type Connection, useTestConnection } from './use-connection.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: '132px minmax(0, 1fr)', gap: '6px 12px', margin: 0 },
  name: { color: colours.dim },
  value: { margin: 0, overflowWrap: 'anywhere' },
  good: { color: colours.run, fontWeight: 600 },
  bad: { color: colours.fault, fontWeight: 600 },
  test: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', marginTop: '12px' },
});

const STATE_NAMES = {
  connected: 'connected',
  reading: 'stateReading',
  unreachable: 'stateUnreachable',
  unauthorized: 'stateUnauthorized',
} as const satisfies Record<Connection['state'], string>;

/** How the connection is doing: its state, how far reading is, and a button that tries it. */
export function ConnectionState({ connection }: { readonly connection: Connection }) {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const more = useTexts(connectionTexts);
  const formats = useFormats();
  const when = (at: string | null, none: string) => (at === null ? none : formats.dateTime(at));
  const isGood = connection.state === 'connected' || connection.state === 'reading';
  const facts: readonly (readonly [string, ReactNode])[] = [
    [texts.address, connection.url],
    [
      texts.state,
      <span className={isGood ? styles.good : styles.bad} key="state">
        {texts[STATE_NAMES[connection.state]]}
      </span>,
    ],
    ...(connection.message === null ? [] : [[texts.message, connection.message] as const]),
    [texts.lastRead, when(connection.lastRead, texts.notYet)],
    [more.nextRead, when(connection.nextRead, more.nextReadNow)],
    [texts.workItems, formats.number(connection.workItems)],
    [more.newestChange, when(connection.lastChange, texts.notYet)],
  ];
  return (
    <>
      <dl className={styles.list}>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {connection.isFirstRead && isGood && <FirstRead workItems={connection.workItems} />}
      <TestKept className={styles.test} />
    </>
  );
}

/** Tries the address and the token that are kept. */
function TestKept({ className }: { readonly className: string }) {
  const texts = useTexts(connectionTexts);
  const errorText = useErrorText();
  const test = useTestConnection();
  return (
    <div className={className}>
      <Button disabled={test.isPending} onClick={() => test.mutate(null)}>
        {test.isPending ? texts.testing : texts.test}
      </Button>
      <TestOutcome outcome={test.data ?? null} refusal={test.error && errorText(test.error)} />
    </div>
  );
}
