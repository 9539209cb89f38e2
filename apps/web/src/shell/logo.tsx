import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  logo: { display: 'inline-flex', alignItems: 'center', gap: '8px', fontSize: '16px', fontWeight: 600 },
});

/** The mark and the name. */
export function Logo() {
  const styles = useStyles();
  return (
    <span className={styles.logo}>
      <img alt="" height={20} src="/favicon.svg" width={20} />
      Stint
    </span>
  );
}
