import { makeStyles, useFocusVisible } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { colours } from './colours.ts';

const useStyles = makeStyles({
  root: {
    fontSize: '14px',
    lineHeight: '20px',
    color: colours.ink,
    backgroundColor: colours.panel,
    textAlign: 'left',
  },
});

/**
 * What is around a whole page, in place of Fluent's provider: the colours of the theme that `data-theme` of the document's root names,
 * and the mark by which Fluent's controls show the focus of the keyboard only. The stylesheet has the variables of all themes.
 */
export function ThemedRoot({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.root} ref={useFocusVisible<HTMLDivElement>()}>
      {children}
    </div>
  );
}
