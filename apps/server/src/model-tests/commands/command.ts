import type * as fc from 'fast-check';
import type { Entry, Model, Owner } from '../model.ts';
import { compare } from '../compare.ts';
import type { Real } from '../real.ts';

export type Command = fc.AsyncCommand<Model, Real>;

/** A command that is followed by a comparison of all lists. `about` says in a report what was asked. */
export function command(
  name: string,
  about: object,
  { isPossible = () => true, run }: { isPossible?: (model: Model) => boolean; run: Command['run'] },
): Command {
  return {
    check: (model) => isPossible(model),
    async run(model, real) {
      await run(model, real);
      await compare(model, real);
    },
    toString: () => `${name} ${JSON.stringify(about)}`,
  };
}

/** One of the model's entries, deleted or not as wanted; undefined when there is none. */
export function entryAt(model: Model, index: number, isDeleted: boolean): Entry | undefined {
  const entries = model.entries.filter((entry) => entry.isDeleted === isDeleted);
  return entries[index % Math.max(1, entries.length)];
}

export function otherThan(owner: Owner): Owner {
  return owner === 0 ? 1 : 0;
}
