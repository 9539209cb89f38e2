import { dateTimeFunctions } from './date-time.ts';
import { numberFunctions } from './numbers.ts';
import { matchesPattern } from './pattern.ts';
import type { BuiltIn } from './signature.ts';
import { textFunctions } from './text.ts';

/** The built-in functions of primitive values, by their names in lower case. */
export const builtIns: Readonly<Record<string, BuiltIn>> = {
  ...textFunctions,
  ...dateTimeFunctions,
  ...numberFunctions,
  matchespattern: matchesPattern,
};
