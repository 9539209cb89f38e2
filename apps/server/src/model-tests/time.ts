/** Epoch milliseconds of a clock on the wall, counted as if it showed UTC. */
export type Wall = number;

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** `YYYY-MM-DD`. */
export function dayOf(wall: Wall): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/** `YYYY-MM-DDTHH:mm:ss`, as the API writes whole seconds. */
export function textOf(wall: Wall): string {
  return new Date(wall).toISOString().slice(0, 19);
}

/** Midnight at the beginning of a wall time's day. */
export function midnight(wall: Wall): Wall {
  return wall - (wall % DAY);
}

/** The Monday on or before a wall time's day, at midnight. */
export function mondayOf(wall: Wall): Wall {
  const weekday = new Date(wall).getUTCDay();
  return midnight(wall) - ((weekday + 6) % 7) * DAY;
}
