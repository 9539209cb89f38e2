import * as fc from 'fast-check';
import type { Actor, Content, Model, Owner } from '../model.ts';
import { checkAnswer } from '../real.ts';
import { overlapEachOther, type Refusals, refusals } from '../rules.ts';
import { type Command, command } from './command.ts';
import { bodyOf, contentOf, newRefusals, newWish, type Wish } from './wishes.ts';

interface Line {
  owner: Owner;
  wish: Wish;
}

/** All or nothing: the code is the one that the bad entries share, else DbValidationError (docs/api.md). */
function batchRefusals(model: Model, actor: Actor, lines: readonly Line[]): Refusals {
  const contents = lines.map(({ owner, wish }) => contentOf(model, owner, wish));
  const codes = new Set(
    lines.flatMap(({ owner, wish }, index) => {
      if (actor !== 'administrator' && actor !== owner) return ['NoRightsToWorkLogModification'];
      return [...newRefusals(model, owner, wish), ...refusals(overlapsBefore(model, contents, index))];
    }),
  );
  return codes.size > 1 ? codes.add('DbValidationError') : codes;
}

function overlapsBefore(model: Model, contents: readonly Content[], index: number): string | false {
  const own = contents[index];
  const isTaken = own && contents.slice(0, index).some((other) => overlapEachOther(model, own, other));
  return isTaken === true && 'DbValidationError';
}

function batch(actor: Actor, lines: readonly Line[], isOnlyValidated: boolean): Command {
  return command(
    'batch',
    { actor, lines, isOnlyValidated },
    {
      async run(model, real) {
        const foretold = batchRefusals(model, actor, lines);
        const contents = lines.map(({ owner, wish }) => contentOf(model, owner, wish));
        const body = lines.map(({ owner, wish }) => bodyOf(model, owner, wish, real, true));
        const path = `rest/workLogs/batch?validateOnly=${isOnlyValidated}`;
        const answer = await real.ask(actor, 'POST', path, body);
        if (!checkAnswer(answer, foretold) || isOnlyValidated) return;
        const added = answer.body['data'] as unknown as { id: string }[];
        for (const [place, content] of contents.entries()) {
          const id = String(added[place]?.id);
          model.entries.push({ ...content, id, addedBy: actor, isEditedByOwner: false, isDeleted: false });
        }
      },
    },
  );
}

const owners = fc.constantFrom<Owner>(0, 1);
const ownLines = owners.chain((owner) =>
  fc.tuple(
    fc.constant(owner),
    fc.array(
      newWish.map((wish) => ({ owner, wish })),
      { minLength: 1, maxLength: 3 },
    ),
  ),
);
const lines = fc.array(fc.record({ owner: owners, wish: newWish }), { minLength: 1, maxLength: 4 });
const isOnlyValidated = fc.constantFrom(false, false, true);

export const batchCommands: fc.Arbitrary<Command>[] = [
  fc.tuple(ownLines, isOnlyValidated).map(([[owner, own], only]) => batch(owner, own, only)),
  fc
    .tuple(fc.constantFrom<Actor>('administrator', 'administrator', 0), lines, isOnlyValidated)
    .map((given) => batch(...given)),
];
