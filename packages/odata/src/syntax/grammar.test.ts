import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ODataError } from '../error.ts';
import type { NestedOption } from './nested-options.ts';
import { parseOption } from './query-options.ts';
import { option } from './testing/arbitrary/options.ts';
import { oasisGrammar } from './testing/grammar/grammar.ts';
import { hasKnownNames } from './testing/known-names.ts';
import { mutatedOption } from './testing/mutate.ts';
import { printOptions } from './testing/print/options.ts';
import { encoded } from './testing/print/url.ts';

const derives = oasisGrammar();

/** Of longer ones the parser of the grammar, which tries everything, makes seconds. */
const LONGEST = 300;

/** What our parser makes of it, or why not. */
function read(name: NestedOption, text: string): { tree: unknown } | { fault: ODataError } {
  try {
    return { tree: parseOption(name, text) };
  } catch (error) {
    if (error instanceof ODataError) return { fault: error };
    throw error;
  }
}

describe('Against a parser made of the OASIS grammar', () => {
  test('it accepts what our trees write out', () => {
    fc.assert(
      fc.property(option, (options) => {
        for (const text of printOptions(options)) {
          if (text.length <= LONGEST)
            expect([text, derives('queryOptions', encoded(text))]).toEqual([text, true]);
        }
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  test('both accept and refuse the same among options with a mistake or two', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(mutatedOption, ({ name, text }) => {
        const raw = `$${name}=${text}`;
        if (raw.length > LONGEST) return;
        const ours = read(name as NestedOption, text);
        const theirs = derives('queryOptions', encoded(raw));
        if (theirs) accepted += 1;
        else refused += 1;
        if ('fault' in ours) expect([raw, theirs && !isOurs(ours.fault)]).toEqual([raw, false]);
        // We leave blanks out and put them in where we like: what counts is that the tree can be written as the grammar has it.
        else if (!theirs && hasKnownNames(ours.tree)) {
          const [written = ''] = printOptions({ [name]: ours.tree });
          expect([raw, written, derives('queryOptions', encoded(written))]).toEqual([raw, written, true]);
        }
      }),
      { numRuns: 1500, seed: 4 },
    );
    expect(accepted).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });
});

/** What we refuse on purpose although the grammar has it: doubled options, numbers beyond 2^53, and `Name/` with nothing behind. */
function isOurs({ message }: ODataError): boolean {
  return /stands twice|too large|each once|Expected a property or a function/.test(message);
}
