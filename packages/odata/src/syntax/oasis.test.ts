import { describe, expect, test } from 'vitest';
import { accepts } from './testing/accepts.ts';
import { differences } from './testing/differences.ts';
import { oasisCases } from './testing/oasis.ts';

const cases = oasisCases();

describe('The OASIS test cases for URLs and $apply', () => {
  test('are all there', () => {
    expect(cases.filter(({ accepted }) => accepted).length).toBe(785);
    expect(cases.filter(({ accepted }) => !accepted).length).toBe(76);
  });

  test.each(cases.filter(({ input }) => !differences.has(input)))(
    '$rule: $input is accepted: $accepted',
    ({ rule, input, accepted }) => {
      expect(accepts(rule, input)).toBe(accepted);
    },
  );

  test.each([...differences])('%s differs: %s', (input) => {
    const known = cases.filter((known) => known.input === input);
    expect(known.length).toBeGreaterThan(0);
    for (const { rule, accepted } of known) expect(accepts(rule, input)).toBe(!accepted);
  });
});
