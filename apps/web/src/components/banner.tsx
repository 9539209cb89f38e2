import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { colours, IconButton, useTexts } from '@stint/ui';
import type { ReactNode } from 'react';
import { commonTexts } from '../texts/common/texts.ts';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '40px',
    padding: '4px 20px',
    borderBottom: `1px solid ${colours.line}`,
    flexWrap: 'wrap',
    '@media (max-width: 720px)': { padding: '4px 12px' },
  },
  inPage: { padding: '4px 16px', border: `1px solid ${colours.line}`, borderRadius: '8px' },
  warning: { backgroundColor: colours.warnSoft, color: colours.warn },
  fault: { backgroundColor: colours.faultSoft, color: colours.fault },
  text: { flexGrow: 1, minWidth: '200px' },
});

export interface BannerProps {
  readonly kind: 'warning' | 'fault';
  /** Among the panels of a page; else it is a line across the window. */
  readonly isInPage?: boolean;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

/** A line below the track bar that tells something the person should know now. */
export function Banner({ kind, isInPage = false, children, actions, onDismiss }: BannerProps) {
  const styles = useStyles();
  const texts = useTexts(commonTexts);
  return (
    <div
      className={mergeClasses(
        styles.banner,
        isInPage && styles.inPage,
        kind === 'warning' ? styles.warning : styles.fault,
      )}
      role={kind === 'fault' ? 'alert' : 'status'}
    >
      <span className={styles.text}>{children}</span>
      {actions}
      {onDismiss && <IconButton icon={<Dismiss16Regular />} name={texts.dismiss} onClick={onDismiss} />}
    </div>
  );
}
