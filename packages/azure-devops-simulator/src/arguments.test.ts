import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

describe('the command line', () => {
  it('has defaults and takes all options', () => {
    expect(readArguments([])).toEqual({ port: 7071, workItems: 400, seed: 1, pat: 'simulator' });
    expect(readArguments(['--port', '0', '--work-items=50', '--seed', '9', '--pat', 'p'])).toEqual({
      port: 0,
      workItems: 50,
      seed: 9,
      pat: 'p',
    });
  });

  it('takes the address of a time tracking server', () => {
    expect(readArguments(['--timetracker', 'http://localhost:7070'])).toMatchObject({
      timetracker: 'http://localhost:7070',
    });
  });

  it.each([
    [['--port', '70710'], /^--port must be/],
    [['--work-items', '3'], /^--work-items must be/],
    [['--seed', 'x'], /^--seed must be/],
    [['--timetracker', 'time'], /^--timetracker must be/],
    [['--prot', '1'], /--prot/],
    [['extra'], /extra/],
  ])('names what is wrong in %j', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
