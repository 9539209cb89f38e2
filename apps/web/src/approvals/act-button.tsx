import { Button } from '@fluentui/react-components';
import { Archive16Regular } from '@fluentui/react-icons/svg/archive';
import { ArrowCounterclockwise16Regular } from '@fluentui/react-icons/svg/arrow-counterclockwise';
import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { LockOpen16Regular } from '@fluentui/react-icons/svg/lock-open';
import { useTexts } from '@stint/ui';
import type { ReactElement } from 'react';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import type { ManagerAct } from './manager-acts.ts';

const ICONS: Readonly<Record<ManagerAct, ReactElement>> = {
  approve: <Checkmark16Regular />,
  reject: <ArrowUndo16Regular />,
  reopen: <ArrowCounterclockwise16Regular />,
  close: <Archive16Regular />,
  lock: <LockClosed16Regular />,
  unlock: <LockOpen16Regular />,
};

/** The keys of the acts that have one. */
const KEYS: Readonly<Partial<Record<ManagerAct, string>>> = { approve: 'A', reject: 'R' };

interface ActButtonProps {
  readonly act: ManagerAct;
  /** What it is done to, for screen readers, where that does not stand beside. */
  readonly what?: string;
  /** Whether only the icon is seen. */
  readonly isSmall?: boolean;
  readonly isMain?: boolean;
  /** How many it is done to, where that is said on the button. */
  readonly count?: number;
  readonly onAct: (act: ManagerAct) => void;
}

/** A button for an act of a manager. */
export function ActButton({ act, what, isSmall = false, isMain = false, count, onAct }: ActButtonProps) {
  const texts = useTexts(approvalsTexts);
  const name = texts[act];
  const key = KEYS[act];
  return (
    <Button
      appearance={isMain ? 'primary' : isSmall ? 'subtle' : 'secondary'}
      icon={ICONS[act]}
      onClick={() => onAct(act)}
      size={isSmall ? 'small' : 'medium'}
      title={key === undefined ? name : `${name} (${key})`}
      {...(what !== undefined && { 'aria-label': `${name}: ${what}` })}
    >
      {isSmall
        ? undefined
        : count === undefined || count === 1
          ? name
          : texts.actOnMany({ act: name, count })}
    </Button>
  );
}
