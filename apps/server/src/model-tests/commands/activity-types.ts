import * as fc from 'fast-check';
import { type Model, NOT_SET } from '../model.ts';
import { checkAnswer } from '../real.ts';
import { refusals } from '../rules.ts';
import { type Command, command } from './command.ts';

/** Gives all that has the type the replacement, locked weeks and deleted worklogs too: nothing of the time changes. */
function reassign(model: Model, from: string, to: string): void {
  for (const entry of model.entries) if (entry.type === from) entry.type = to;
  for (const run of model.runs) if (run?.type === from) run.type = to;
}

type Replacement = 'notSet' | 'other' | 'itself' | 'none';

function remove(index: number, replacement: Replacement): Command {
  const isPossible = ({ types }: Model) => types[index] !== undefined;
  return command(
    'deleteType',
    { index, replacement },
    {
      isPossible,
      async run(model, real) {
        const type = model.types[index] ?? '';
        const other = model.types.find((each) => each !== type) ?? NOT_SET;
        const to = { notSet: NOT_SET, other, itself: type, none: null }[replacement];
        const isUsed = model.entries.some((entry) => entry.type === type && !entry.isDeleted);
        const path = `rest/activityTypes/${type}${to === null ? '' : `?$replacementId=${to}`}`;
        const answer = await real.ask('administrator', 'DELETE', path);
        const foretold = refusals((to === type || (to === null && isUsed)) && 'DbValidationError');
        if (!checkAnswer(answer, foretold)) return;
        model.types = model.types.filter((each) => each !== type);
        reassign(model, type, to ?? NOT_SET);
      },
    },
  );
}

export const activityTypeCommands: fc.Arbitrary<Command>[] = [
  fc
    .tuple(fc.constantFrom(0, 1), fc.constantFrom<Replacement>('notSet', 'other', 'other', 'itself', 'none'))
    .map((given) => remove(...given)),
];
