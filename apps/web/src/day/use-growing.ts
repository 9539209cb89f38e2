import { startTransition, useEffect, useState } from 'react';

/** How many of `length` things to show now: the first `step`, and `step` more with each frame until all are there. */
export function useGrowing(length: number, step: number): number {
  const [shown, setShown] = useState(step);
  useEffect(() => {
    if (shown >= length) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => setShown(shown + step)));
    return () => cancelAnimationFrame(frame);
  }, [shown, length, step]);
  return Math.min(shown, length);
}
