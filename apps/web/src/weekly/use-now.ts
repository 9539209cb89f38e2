import { type Instant, instant } from '@stint/domain';
import { useEffect, useState } from 'react';

const HALF_A_MINUTE = 30_000;

/** The instant it is, every half a minute anew: by then a line of the calendar has moved by less than a pixel. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => instant(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(instant(Date.now())), HALF_A_MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
