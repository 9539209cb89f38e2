import { useEffect, useRef, useState } from 'react';
import { lengthAt, type RunningClock, resync, untilNextSecond } from './clock.ts';

/** What the server last said about the running track. */
export interface ServerLength {
  /** Tells one track from the next, so that a new one begins at its own length. */
  readonly trackKey: string;
  readonly lengthSeconds: number;
  /** When it was received, in milliseconds of `performance.now()`. */
  readonly receivedAt: number;
}

/** The length of the running track in seconds, ticking every second; 0 while nothing runs. */
export function useRunningLength(server: ServerLength | null): number {
  const clock = useRef<{ key: string; clock: RunningClock } | null>(null);
  const [length, setLength] = useState(0);
  useEffect(() => {
    if (server === null) {
      clock.current = null;
      setLength(0);
      return undefined;
    }
    const known = clock.current?.key === server.trackKey ? clock.current.clock : null;
    const running = resync(known, server.lengthSeconds, server.receivedAt);
    clock.current = { key: server.trackKey, clock: running };
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const now = performance.now();
      setLength(lengthAt(running, now));
      timer = setTimeout(tick, untilNextSecond(running, now));
    };
    tick();
    return () => clearTimeout(timer);
  }, [server]);
  return length;
}
