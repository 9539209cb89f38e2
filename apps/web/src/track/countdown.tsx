import { useFormats } from '@stint/ui';
import { useEffect, useState } from 'react';

/** Seconds that go down to zero from what the server said at `receivedAt` (milliseconds of `performance.now()`), as H:MM:SS. */
export function Countdown({
  seconds,
  receivedAt,
}: {
  readonly seconds: number;
  readonly receivedAt: number;
}) {
  const formats = useFormats();
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const passed = Math.max(0, Math.floor((now - receivedAt) / 1000));
  return <span aria-hidden>{formats.clock(Math.max(0, seconds - passed))}</span>;
}
