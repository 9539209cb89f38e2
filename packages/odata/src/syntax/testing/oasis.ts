import { readFileSync } from 'node:fs';

export interface OasisCase {
  readonly rule: string;
  readonly input: string;
  readonly accepted: boolean;
}

interface Fixture {
  readonly rules: Readonly<
    Record<string, { readonly accepted: readonly string[]; readonly rejected: readonly string[] }>
  >;
}

/** The OASIS test cases that concern URLs; the file says where they are from. */
export function oasisCases(): OasisCase[] {
  const { rules } = JSON.parse(
    readFileSync(new URL('./oasis-cases.json', import.meta.url), 'utf8'),
  ) as Fixture;
  return Object.entries(rules).flatMap(([rule, { accepted, rejected }]) => [
    ...accepted.map((input) => ({ rule, input, accepted: true })),
    ...rejected.map((input) => ({ rule, input, accepted: false })),
  ]);
}
