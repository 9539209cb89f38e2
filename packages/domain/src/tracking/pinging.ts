import { type Instant, instant, type Seconds } from '../brands.ts';

/** When each device last pinged, as far as it still counts as connected; by device id. */
export type Pinging = Readonly<Record<string, Instant>>;

/** Whether a device that pings is connected: its last ping is no older than the grace time. */
export function isPinging(
  pinging: Pinging | undefined,
  deviceId: string | null,
  now: Instant,
  grace: Seconds | null,
): boolean {
  const last = deviceId === null ? undefined : pinging?.[deviceId];
  return last !== undefined && grace !== null && now - last < grace * 1000;
}

/**
 * Remembers the ping of a device, and forgets devices that are no longer connected. Answers the same object while what is
 * remembered is younger than half the grace time: pings come often, and are to be written only where it makes a difference.
 */
export function remember(
  pinging: Pinging | undefined,
  deviceId: string | null,
  now: Instant,
  grace: Seconds | null,
): Pinging | undefined {
  if (deviceId === null || grace === null) return pinging;
  const half = (grace * 1000) / 2;
  const last = pinging?.[deviceId];
  if (last !== undefined && now - last < half) return pinging;
  const others = Object.entries(pinging ?? {}).filter(([id]) => isPinging(pinging, id, now, grace));
  return { ...Object.fromEntries(others), [deviceId]: instant(now) };
}
