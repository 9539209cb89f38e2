import * as fc from 'fast-check';
import { expect } from 'vitest';
import { type Model, NOT_SET, type Owner, type Run, wallNow, ZONES } from '../model.ts';
import type { Real } from '../real.ts';
import { textOf } from '../../testing/browser.ts';
import { isWithinWorklog, lockOf } from '../rules.ts';
import { type Command, command } from './command.ts';

interface Wish {
  item: number;
  comment: string;
  /** The place of a type; `''` for the default, which is [Not Set]. */
  type: number | '';
}

/** What speaks against a track of these details at this moment (product.md: one list of rules, whoever asks). */
function isRefused(model: Model, owner: Owner, run: Run): boolean {
  const { workItemRequired, activityTypeRequired } = model.rules;
  return (
    (workItemRequired && run.item === null) ||
    (activityTypeRequired && run.type === NOT_SET) ||
    lockOf(model, owner, run.start) !== null ||
    isWithinWorklog(model, owner)
  );
}

async function send(real: Real, owner: Owner, path: string, body?: object): Promise<string> {
  const answer = await real.ask(owner, 'POST', `tracking/client/${path}`, body);
  expect(answer.status).toBe(200);
  return textOf(answer.body['trackSettings']?.['responseState']);
}

/** Measured time is never lost: whatever the rules say by now, a stopped track becomes a worklog. */
async function book(model: Model, real: Real, owner: Owner): Promise<void> {
  const run = model.runs[owner];
  if (run === null) return;
  model.runs[owner] = null;
  const seconds = (wallNow(model, owner) - run.start) / 1000;
  const latest = await real.ask(owner, 'GET', 'tracking/client/latest?count=500');
  const known = new Set(model.entries.map(({ id }) => id));
  const added = (latest.body['workLogs'] as unknown as { id: string }[]).filter(({ id }) => !known.has(id));
  expect(added).toHaveLength(1);
  model.entries.push({
    ...run,
    owner,
    seconds,
    id: added[0]?.id ?? '',
    addedBy: owner,
    isEditedByOwner: false,
    isDeleted: false,
  });
}

function start(owner: Owner, wish: Wish): Command {
  return command(
    'start',
    { owner, ...wish },
    {
      async run(model, real) {
        const type = wish.type === '' ? undefined : model.types[wish.type];
        const run: Run = {
          start: wallNow(model, owner),
          item: wish.item || null,
          comment: wish.comment,
          type: type ?? NOT_SET,
        };
        const state = await send(real, owner, 'startTracking', {
          timeZone: ZONES[owner].minutes,
          tfsId: wish.item,
          remark: wish.comment,
          activityTypeId: type ?? '',
        });
        if (isRefused(model, owner, run)) {
          expect(state).toBe('Error');
          return;
        }
        expect(state).not.toBe('Error');
        await book(model, real, owner);
        model.runs[owner] = run;
      },
    },
  );
}

function stop(owner: Owner, reason: 0 | 1): Command {
  return command(
    'stop',
    { owner, reason },
    {
      async run(model, real) {
        await send(real, owner, `stopTracking/${reason}`);
        await book(model, real, owner);
      },
    },
  );
}

const owners = fc.constantFrom<Owner>(0, 1);
const wish = fc.record({
  item: fc.constantFrom(0, 7),
  comment: fc.constantFrom('', 'measured'),
  type: fc.constantFrom<number | ''>('', 0, 1),
});

export const trackingCommands: fc.Arbitrary<Command>[] = [
  fc.tuple(owners, wish).map((given) => start(...given)),
  fc.tuple(owners, fc.constantFrom<0 | 1>(0, 1)).map((given) => stop(...given)),
];
