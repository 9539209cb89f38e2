import * as fc from 'fast-check';
import { textOf } from '../../testing/browser.ts';
import type { Actor, Content, Entry, Model, Owner } from '../model.ts';
import { checkAnswer } from '../real.ts';
import { contentRefusals, lockOf, type Refusals, restoreRefusals, refusals } from '../rules.ts';
import { type Command, command, entryAt, otherThan } from './command.ts';
import { bodyOf, changeWish, contentOf, newRefusals, newWish, type Wish } from './wishes.ts';

/** Whose request it is, seen from the owner of the time. */
type Who = 'owner' | 'administrator' | 'other';

const owners = fc.constantFrom<Owner>(0, 1);
/** Mostly the owner; an administrator, and the other one, who may not. */
const actors = fc.constantFrom<Who>('owner', 'owner', 'owner', 'administrator', 'administrator', 'other');
const index = fc.nat({ max: 99 });

function actorOf(who: Who, owner: Owner): Actor {
  if (who === 'administrator') return who;
  return who === 'owner' ? owner : otherThan(owner);
}

function newEntry(content: Content, id: string, addedBy: Actor): Entry {
  return { ...content, id, addedBy, isEditedByOwner: false, isDeleted: false };
}

function create(owner: Owner, who: Who, wish: Wish): Command {
  return command(
    'create',
    { owner, who, ...wish },
    {
      async run(model, real) {
        const actor = actorOf(who, owner);
        const foretold =
          who === 'other' ? refusals('NoRightsToWorkLogModification') : newRefusals(model, owner, wish);
        const content = contentOf(model, owner, wish);
        const body = bodyOf(model, owner, wish, real, actor !== owner);
        const answer = await real.ask(actor, 'POST', 'rest/workLogs', body);
        if (checkAnswer(answer, foretold))
          model.entries.push(newEntry(content, textOf(answer.body['data']?.['id']), actor));
      },
    },
  );
}

/** Who may not know of an entry finds none; who may not change it is told so (api.md 3.1, product.md). */
function rightsRefusals(entry: Entry, actor: Actor): Refusals {
  if (actor === 'administrator' || actor === entry.owner) return refusals();
  if (entry.addedBy !== actor) return refusals('EntityNotFound');
  return refusals(entry.isEditedByOwner && 'NoRightsToWorkLogModification');
}

function change(index: number, who: Who, wish: Wish, isMoved: boolean): Command {
  const isPossible = (model: Model) => entryAt(model, index, false) !== undefined;
  return command(
    'change',
    { index, who, isMoved, ...wish },
    {
      isPossible,
      async run(model, real) {
        const entry = entryAt(model, index, false);
        if (!entry) return;
        const actor = actorOf(who, entry.owner);
        const owner = isMoved ? otherThan(entry.owner) : entry.owner;
        const content = contentOf(model, owner, wish, entry);
        const body = bodyOf(model, owner, wish, real, isMoved);
        const answer = await real.ask(actor, 'PATCH', `rest/workLogs/${entry.id}`, body);
        if (!checkAnswer(answer, changeRefusals(model, entry, actor, content))) return;
        const isEditedByOwner = entry.isEditedByOwner || actor === entry.owner;
        Object.assign(entry, content, { isEditedByOwner });
      },
    },
  );
}

function changeRefusals(model: Model, entry: Entry, actor: Actor, content: Content): Refusals {
  const rights = rightsRefusals(entry, actor);
  if (rights.size > 0) return rights;
  // Who gives time to somebody books time for them.
  const isGiven = content.owner !== entry.owner && actor !== content.owner && actor !== 'administrator';
  if (isGiven) return refusals('NoRightsToWorkLogModification');
  return new Set([
    ...contentRefusals(model, content, entry),
    ...refusals(lockOf(model, entry.owner, entry.start) !== null && 'ApprovalStateFailed'),
  ]);
}

function remove(index: number, who: Who, isDeleted: boolean): Command {
  const isPossible = (model: Model) => entryAt(model, index, isDeleted) !== undefined;
  return command(
    'delete',
    { index, who, isDeleted },
    {
      isPossible,
      async run(model, real) {
        const entry = entryAt(model, index, isDeleted);
        if (!entry) return;
        const actor = actorOf(who, entry.owner);
        const rights = isDeleted ? refusals('EntityNotFound') : rightsRefusals(entry, actor);
        const lock = refusals(lockOf(model, entry.owner, entry.start) !== null && 'ApprovalStateFailed');
        const answer = await real.ask(actor, 'DELETE', `rest/workLogs/${entry.id}`);
        if (checkAnswer(answer, rights.size > 0 ? rights : lock)) entry.isDeleted = true;
      },
    },
  );
}

function restore(index: number, who: Who): Command {
  const isPossible = (model: Model) => entryAt(model, index, true) !== undefined;
  return command(
    'restore',
    { index, who },
    {
      isPossible,
      async run(model, real) {
        const entry = entryAt(model, index, true);
        if (!entry) return;
        const actor = actorOf(who, entry.owner);
        const rights = rightsRefusals(entry, actor);
        const answer = await real.ask(actor, 'POST', `rest/workLogs/${entry.id}/restore`);
        if (checkAnswer(answer, rights.size > 0 ? rights : restoreRefusals(model, entry)))
          entry.isDeleted = false;
      },
    },
  );
}

const changes = fc
  .tuple(index, actors, changeWish, fc.constantFrom(false, false, false, true))
  .map((given) => change(...given));

/** An administrator gives a worklog to the other one. */
const moves = fc.tuple(index, changeWish).map(([place, wish]) => change(place, 'administrator', wish, true));

/** What stands there more than once comes more often. */
export const worklogCommands: fc.Arbitrary<Command>[] = [
  fc.tuple(owners, actors, newWish).map((given) => create(...given)),
  changes,
  changes,
  moves,
  fc.tuple(index, actors, fc.constantFrom(false, false, false, true)).map((given) => remove(...given)),
  fc.tuple(index, actors).map((given) => restore(...given)),
];
