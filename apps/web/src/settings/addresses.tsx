import { makeStyles } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { CopyField } from '../components/copy-field.tsx';
import { Panel } from '../components/panel.tsx';
import { settingsTexts } from '../texts/settings/texts.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: '120px minmax(0, 1fr)',
    gap: '8px 12px',
    alignItems: 'center',
    margin: 0,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px' },
  },
  value: { margin: 0 },
});

const ADDRESSES = [
  { name: 'REST', path: '/api/rest/' },
  { name: null, path: '/api/tracking/client/' },
  { name: 'OData', path: '/api/odata/v3.2/' },
];

/** The base addresses that clients and reports ask for. */
export function Addresses() {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  return (
    <Panel hint={texts.addressesHint} title={texts.addresses}>
      <dl className={styles.list}>
        {ADDRESSES.map(({ name, path }) => (
          <AddressRow key={path} name={name ?? texts.tracking} path={path} />
        ))}
      </dl>
    </Panel>
  );
}

function AddressRow({ name, path }: { readonly name: string; readonly path: string }) {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.value}>
        <CopyField name={texts.addressOf({ name })} text={window.location.origin + path} />
      </dd>
    </>
  );
}
