import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { Question } from './question.tsx';

interface ConfirmProps {
  /** The name of the button that asks. */
  readonly name: string;
  /** Its whole name where the short one stands in many rows. */
  readonly label?: string;
  /** As large as the buttons beside it; in rows it is small. */
  readonly size?: 'small' | 'medium';
  readonly title: string;
  readonly text: ReactNode;
  /** The name of the act, on the button that does it. */
  readonly act: string;
  readonly onConfirm: () => void;
}

/** A button that asks before an act that cannot be taken back; what can be undone is not asked about. */
export function Confirm({ name, label, size = 'small', ...question }: ConfirmProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button aria-label={label} onClick={() => setAsking(true)} size={size}>
        {name}
      </Button>
      {isAsking && <Question {...question} onClose={() => setAsking(false)} />}
    </>
  );
}
