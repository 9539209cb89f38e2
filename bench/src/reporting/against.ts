import type { Load } from '../load/load.ts';
import type { LoadRequest } from '../load/messages.ts';
import { compare } from '../report/rounds.ts';
import { percentile } from '../report/statistics.ts';

/** A request and where it is sent. */
export interface Asked {
  address: string;
  request: LoadRequest;
}

/** Milliseconds of both sides, and how many times as fast ours is. */
export interface Times {
  ours: number;
  anchor: number;
  ratio: number;
}

const ROUNDS = 7;
/** Of each side in a round. */
const MILLISECONDS = 400;
const MOST_REQUESTS = 40;

/** Times both in turns, one request after the other; each round takes the median of its requests. */
export async function timeBoth(load: Load, ours: Asked, anchor: Asked): Promise<Times> {
  const own = await timerOf(load, ours);
  const other = await timerOf(load, anchor);
  const { ours: time, anchor: anchorTime, ratio } = await compare(ROUNDS, own, other);
  return { ours: time, anchor: anchorTime, ratio: 1 / ratio };
}

/** The median of some requests, as many as fit in a round after a first look. */
export async function timerOf(load: Load, { address, request }: Asked): Promise<() => Promise<number>> {
  const of = async (times: number) =>
    percentile(
      await load.latencies(
        address,
        Array.from({ length: times }, () => request),
      ),
      0.5,
    );
  const usual = await of(3);
  const times = Math.max(1, Math.min(MOST_REQUESTS, Math.round(MILLISECONDS / usual)));
  return () => of(times);
}
