import * as fc from 'fast-check';
import { END } from '../model.ts';
import { MINUTE } from '../time.ts';
import { type Command, command } from './command.ts';

function pass(minutes: number): Command {
  return command(
    'pass',
    { minutes },
    {
      isPossible: ({ now }) => now + minutes * MINUTE < END,
      async run(model, { ground }) {
        model.now += minutes * MINUTE;
        ground.now = model.now;
      },
    },
  );
}

export const clockCommands: fc.Arbitrary<Command>[] = [
  fc.constantFrom(1, 30, 90, 90, 600, 1440, 10_080).map(pass),
];
