import * as fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { activityTypeCommands } from './commands/activity-types.ts';
import { batchCommands } from './commands/batch.ts';
import { clockCommands } from './commands/clock.ts';
import { settingCommands } from './commands/settings.ts';
import { trackingCommands } from './commands/tracking.ts';
import { weekCommands } from './commands/weeks.ts';
import { worklogCommands } from './commands/worklogs.ts';
import { FIRST_RULES } from './model.ts';
import { type Ground, newRun, openGround } from './real.ts';

/** Runs of the model; `STINT_MODEL_RUNS=1000` searches longer, `STINT_MODEL_SEED` repeats a search. */
const numRuns = Number(process.env['STINT_MODEL_RUNS'] ?? 60);
const seed = process.env['STINT_MODEL_SEED'];
const MOST_COMMANDS = 25;
const MILLISECONDS_PER_RUN = 10_000;

let ground: Ground;

beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.stint.close());

test(
  'after any sequence of acts the server answers as the model foretells, and all lists agree',
  async () => {
    const commands = fc.commands(
      [
        ...worklogCommands,
        ...batchCommands,
        ...weekCommands,
        ...settingCommands,
        ...clockCommands,
        ...trackingCommands,
        ...activityTypeCommands,
      ],
      { maxCommands: MOST_COMMANDS, size: 'max' },
    );
    await fc.assert(
      fc.asyncProperty(fc.boolean(), commands, (noOverlap, acts) =>
        fc.asyncModelRun(() => newRun(ground, { ...FIRST_RULES, noOverlap }), acts),
      ),
      { numRuns, ...(seed !== undefined && { seed: Number(seed) }) },
    );
  },
  numRuns * MILLISECONDS_PER_RUN,
);
