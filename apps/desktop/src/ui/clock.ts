import { createContext, use, useEffect, useState } from 'react';

/** The app's time at a moment of `performance.now()`; both in milliseconds. */
export interface AppTime {
  readonly now: number;
  readonly receivedAt: number;
}

export const TimeContext = createContext<AppTime>({ now: 0, receivedAt: 0 });

/** The app's time in milliseconds since 1970 UTC, again every second. */
export function useNow(): number {
  const { now, receivedAt } = use(TimeContext);
  const [, again] = useState(0);
  const current = now + performance.now() - receivedAt;
  useEffect(() => {
    const timer = setTimeout(() => again((count) => count + 1), 1000 - (current % 1000));
    return () => clearTimeout(timer);
  });
  return current;
}

/** Whole seconds since a moment, at least 0, again every second. */
export function useSecondsSince(since: number): number {
  return Math.max(0, Math.floor((useNow() - since) / 1000));
}
