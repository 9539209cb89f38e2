import { median } from './statistics.ts';

/** Medians over several rounds. */
export interface Comparison {
  ours: number;
  anchor: number;
  /** The median of the rounds' own ratios: what slows the machine down for a while slows both sides of a round. */
  ratio: number;
}

/** Measures both sides in turns, so that a busy machine is equally unfair to both; the first of a round alternates. */
export async function compare(
  rounds: number,
  ours: () => Promise<number>,
  anchor: () => Promise<number>,
): Promise<Comparison> {
  const pairs: { ours: number; anchor: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await ours();
      pairs.push({ ours: first, anchor: await anchor() });
    } else {
      const first = await anchor();
      pairs.push({ ours: await ours(), anchor: first });
    }
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    anchor: median(pairs.map((pair) => pair.anchor)),
    ratio: median(pairs.map((pair) => pair.ours / pair.anchor)),
  };
}
