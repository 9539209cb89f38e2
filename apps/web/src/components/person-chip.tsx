import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import type { ReactNode } from 'react';
import { initialsOf } from './initials.ts';

const useStyles = makeStyles({
  avatar: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '24px',
    height: '24px',
    borderRadius: '50%',
    fontSize: '11px',
    fontWeight: 600,
    color: '#ffffff',
  },
  person: { display: 'inline-flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { fontSize: '12px', lineHeight: '16px', fontWeight: 400, color: colours.dim },
});

/** Grounds on which white has a contrast of at least 4.5. */
const GROUNDS = ['#5b5fc7', '#0f6cbd', '#0e7039', '#8a5100', '#a4262c', '#8764b8', '#006f6b', '#69797e'];

interface PersonChipProps {
  readonly name: string;
  readonly id: string;
  /** A second line, such as the e-mail address. */
  readonly detail?: ReactNode;
}

/** A person as a round badge with initials, in a colour that stays the person’s, and the name. */
export function PersonChip({ name, id, detail }: PersonChipProps) {
  const styles = useStyles();
  const sum = Array.from(id).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span className={styles.person}>
      <span aria-hidden className={styles.avatar} style={{ backgroundColor: GROUNDS[sum % GROUNDS.length] }}>
        {initialsOf(name)}
      </span>
      <span className={styles.text}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        {detail && <span className={mergeClasses(styles.name, styles.detail)}>{detail}</span>}
      </span>
    </span>
  );
}
