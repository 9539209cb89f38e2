import { useEffect, useRef, useState } from 'react';
import { useSession } from '../api/session.ts';
import { keepDraft, readDraft } from './draft-store.ts';

export interface Draft<Value> {
  readonly value: Value;
  readonly change: (next: Value | ((before: Value) => Value)) => void;
  /** Forgets the draft: what was typed is saved, or no longer wanted. */
  readonly discard: () => void;
  /** Whether it began with what was typed before a reload, a sign-out or a crash. */
  readonly isRestored: boolean;
}

/**
 * A state that outlives reload, sign-out and restarts of the server: it is kept in this browser, for this person, until it is
 * discarded. `isValue` says whether what is found there still has the right form. A null key keeps nothing.
 */
export function useDraft<Value>(
  key: string | null,
  initial: () => Value,
  isValue: (found: unknown) => found is Value,
): Draft<Value> {
  const { user } = useSession();
  const place = key === null ? null : `${user.id}:${key}`;
  const [start] = useState(() => {
    const found = place === null ? null : readDraft(localStorage, place);
    return isValue(found) ? { value: found, isRestored: true } : { value: initial(), isRestored: false };
  });
  const [value, setValue] = useState(start.value);
  const [isRestored, setRestored] = useState(start.isRestored);
  const saved = useRef(start.value);
  useEffect(() => {
    if (place === null || saved.current === value) return;
    saved.current = value;
    keepDraft(localStorage, place, value);
  }, [place, value]);
  return {
    value,
    change: setValue,
    discard: () => {
      if (place !== null) keepDraft(localStorage, place, null);
      const fresh = initial();
      saved.current = fresh;
      setRestored(false);
      setValue(fresh);
    },
    isRestored,
  };
}
