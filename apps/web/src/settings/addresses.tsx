import { makeStyles } from '@fluentui/react-components';
import { CopyField } from '../components/copy-field.tsx';
import { Panel } from '../components/panel.tsx';

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
  { name: 'Tracking', path: '/api/tracking/client/' },
  { name: 'OData', path: '/api/odata/v3.2/' },
];

/** The base addresses that clients and reports ask for. */
export function Addresses() {
  const styles = useStyles();
  return (
    <Panel
      hint="REST and tracking take ?api-version=3.2 and a token as Bearer; OData takes the token as the password of Basic sign-in too."
      title="Addresses"
    >
      <dl className={styles.list}>
        {ADDRESSES.map(({ name, path }) => (
          <AddressRow key={name} name={name} path={path} />
        ))}
      </dl>
    </Panel>
  );
}

function AddressRow({ name, path }: { readonly name: string; readonly path: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.value}>
        <CopyField name={`${name} address`} text={window.location.origin + path} />
      </dd>
    </>
  );
}
