import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';

const useStyles = makeStyles({
  hint: { display: 'flex', gap: '4px', alignItems: 'center', color: colours.dim, fontSize: '12px' },
});

/** A combination as keys, and what it does. */
export function KeyHint({ combination, does }: { readonly combination: string; readonly does: string }) {
  const styles = useStyles();
  if (combination === '') return null;
  return (
    <p className={styles.hint}>
      <Keys combination={combination} />
      <span>{does}</span>
    </p>
  );
}

/** A combination in Electron's spelling as keys. */
export function Keys({ combination }: { readonly combination: string }) {
  return keysOf(combination).map((key) => <kbd key={key}>{key}</kbd>);
}

function keysOf(combination: string): string[] {
  const isMac = navigator.platform.startsWith('Mac');
  const names: Readonly<Record<string, string>> = {
    CommandOrControl: isMac ? '⌘' : 'Ctrl',
    Control: 'Ctrl',
    Command: '⌘',
    Super: isMac ? '⌘' : 'Win',
    Alt: isMac ? '⌥' : 'Alt',
  };
  return combination.split('+').map((key) => names[key] ?? key);
}
