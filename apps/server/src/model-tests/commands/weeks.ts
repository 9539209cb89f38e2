import * as fc from 'fast-check';
import { type Model, type Owner, type State, wallNow, weekKey, weekOf } from '../model.ts';
import { checkAnswer } from '../real.ts';
import { type Refusals, refusals } from '../rules.ts';
import { DAY, dayOf, midnight, mondayOf, type Wall } from '../time.ts';
import { type Command, command } from './command.ts';

type Act = 'submit' | 'revoke' | 'approve' | 'reopen' | 'reject' | 'close' | 'lock' | 'unlock';

/** From which states an act leads to which (product.md, Approvals). */
const moves: Readonly<Record<Exclude<Act, 'lock' | 'unlock'>, readonly [from: readonly State[], to: State]>> =
  {
    submit: [[0, 2], 1],
    revoke: [[1], 0],
    approve: [[1], 3],
    reopen: [[1, 3, 99], 2],
    reject: [[1], 2],
    close: [[0, 2, 3], 99],
  };

function mondayAt(model: Model, owner: Owner, weeks: number): Wall {
  return mondayOf(wallNow(model, owner)) + weeks * 7 * DAY;
}

function weekRefusals(model: Model, owner: Owner, monday: Wall, act: Act, comment: string): Refusals {
  const { state, isLocked } = weekOf(model, owner, monday);
  const today = midnight(wallNow(model, owner));
  const run = model.runs[owner];
  const { approvalsEnabled, approvalInAdvance } = model.rules;
  const isInTheWay =
    act === 'lock' || act === 'unlock'
      ? [1, 3, 99].includes(state) || isLocked === (act === 'lock')
      : !moves[act][0].includes(state);
  return refusals(
    !approvalsEnabled && 'DbValidationError',
    isInTheWay && 'ApprovalStateFailed',
    act === 'submit' && !approvalInAdvance && today < monday && 'DbValidationError',
    act === 'submit' && run !== null && mondayOf(run.start) === monday && 'ApprovalStateFailed',
    act === 'reject' && comment.trim() === '' && 'DbValidationError',
  );
}

/** A week that a manager gives back is open, whatever its age: its person could not set it right else. */
function apply(model: Model, owner: Owner, monday: Wall, act: Act): void {
  const week = weekOf(model, owner, monday);
  const after =
    act === 'lock' || act === 'unlock'
      ? { ...week, isLocked: act === 'lock' }
      : { state: moves[act][1], isLocked: moves[act][1] === 2 ? false : week.isLocked };
  model.weeks.set(weekKey(owner, monday), after);
}

/** A week by its distance from today's week, or one that was decided about before. */
type Target = { owner: Owner; weeks: number } | { known: number };

function weekAt(model: Model, target: Target): { owner: Owner; monday: Wall } {
  const keys = [...model.weeks.keys()];
  const key = 'known' in target ? keys[target.known % Math.max(1, keys.length)] : undefined;
  const [owner = 0, monday = mondayAt(model, 0, -1)] = key?.split(' ').map(Number) ?? [];
  if ('owner' in target) return { owner: target.owner, monday: mondayAt(model, target.owner, target.weeks) };
  return { owner: owner === 0 ? 0 : 1, monday };
}

function actOn(act: Act, target: Target, comment: string): Command {
  const about = { ...target, ...(act === 'reject' && { comment }) };
  return command(act, about, {
    async run(model, real) {
      const { owner, monday } = weekAt(model, target);
      const foretold = weekRefusals(model, owner, monday, act, comment);
      const weekStart = dayOf(monday);
      const path = 'rest/timeApproval/week';
      const named = { userId: real.people[owner].id, weekStart, ...(act === 'reject' && { comment }) };
      const answer =
        act === 'submit'
          ? await real.ask(owner, 'POST', path, { weekStart })
          : act === 'revoke'
            ? await real.ask(owner, 'DELETE', `${path}?weekStart=${weekStart}`)
            : await real.ask('manager', 'POST', `${path}/${act}`, named);
      if (checkAnswer(answer, foretold)) apply(model, owner, monday, act);
    },
  });
}

const anyWeek = fc.record({
  owner: fc.constantFrom<Owner>(0, 1),
  weeks: fc.constantFrom(-4, -2, -1, -1, -1, 0, 0, 1),
});
const knownWeek = fc.record({ known: fc.nat({ max: 9 }) });
const comment = fc.constantFrom('look again', 'look again', ' ');

function acts(target: fc.Arbitrary<Target>, ...names: Act[]): fc.Arbitrary<Command> {
  return fc.tuple(fc.constantFrom(...names), target, comment).map((given) => actOn(...given));
}

export const weekCommands: fc.Arbitrary<Command>[] = [
  acts(anyWeek, 'submit', 'submit', 'submit', 'revoke', 'approve', 'lock', 'unlock'),
  acts(knownWeek, 'submit', 'revoke', 'reject', 'lock', 'unlock'),
  acts(knownWeek, 'approve', 'approve', 'close', 'reopen'),
];
