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
    close: [[3], 99],
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
    act === 'submit' && !approvalInAdvance && today < monday + 6 * DAY && 'DbValidationError',
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

function actOn(act: Act, owner: Owner, weeks: number, comment: string): Command {
  return command(
    act,
    { owner, weeks, ...(act === 'reject' && { comment }) },
    {
      async run(model, real) {
        const monday = mondayAt(model, owner, weeks);
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
    },
  );
}

const owners = fc.constantFrom<Owner>(0, 1);
/** From today's week; those of worklogs, mostly. */
const weeks = fc.constantFrom(-4, -2, -1, -1, -1, 0, 0, 1);
const comment = fc.constantFrom('look again', 'look again', ' ');
const act = (...acts: Act[]) =>
  fc.tuple(fc.constantFrom(...acts), owners, weeks, comment).map((given) => actOn(...given));

export const weekCommands: fc.Arbitrary<Command>[] = [
  act('submit'),
  act('submit', 'revoke', 'approve'),
  act('approve', 'close', 'reopen', 'reject'),
  act('lock', 'unlock', 'reopen'),
];
