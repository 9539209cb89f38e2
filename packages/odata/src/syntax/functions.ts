import { ODataError } from '../error.ts';

/** The built-in functions with the least and the most arguments they take (OData URL Conventions 4.01, 5.1.1.4 to 5.1.1.12). */
const builtIns: Readonly<Record<string, readonly [number, number]>> = {
  concat: [2, 2],
  contains: [2, 2],
  endswith: [2, 2],
  indexof: [2, 2],
  length: [1, 1],
  matchespattern: [2, 2],
  startswith: [2, 2],
  substring: [2, 3],
  tolower: [1, 1],
  toupper: [1, 1],
  trim: [1, 1],
  hassubset: [2, 2],
  hassubsequence: [2, 2],
  year: [1, 1],
  month: [1, 1],
  day: [1, 1],
  hour: [1, 1],
  minute: [1, 1],
  second: [1, 1],
  fractionalseconds: [1, 1],
  totalseconds: [1, 1],
  totaloffsetminutes: [1, 1],
  date: [1, 1],
  time: [1, 1],
  mindatetime: [0, 0],
  maxdatetime: [0, 0],
  now: [0, 0],
  round: [1, 1],
  floor: [1, 1],
  ceiling: [1, 1],
  'geo.distance': [2, 2],
  'geo.length': [1, 1],
  'geo.intersects': [2, 2],
  isdefined: [1, 1],
};

export function isBuiltIn(name: string): boolean {
  return Object.hasOwn(builtIns, name);
}

/** Throws ODataError unless the built-in function takes so many arguments. */
export function checkArguments(name: string, given: number, position: number): void {
  const [least, most] = builtIns[name] ?? [0, 0];
  if (given >= least && given <= most) return;
  const expected = least === most ? String(least) : `${least} or ${most}`;
  const message = `${name} takes ${expected} arguments, but is given ${given}, at position ${position}.`;
  throw new ODataError('SyntaxError', message, { position });
}

/** The built-in function that somebody may have meant, for errors: the same letters, or the same beginning; null when none is near. */
export function nearBuiltIn(name: string): string | null {
  const word = name.toLowerCase().slice(0, 40);
  const known = Object.keys(builtIns);
  return (
    known.find((other) => sorted(other) === sorted(word)) ??
    known.find((other) => other.startsWith(word)) ??
    null
  );
}

function sorted(word: string): string {
  return Array.from(word).sort().join('');
}
