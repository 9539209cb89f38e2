import { guidOf } from './guid.ts';

/** A person of the demo organization, as Azure DevOps knows them. */
export type DemoPerson = {
  /** GUID; the same for every seed. */
  readonly id: string;
  /** The sign-in name, which is also the e-mail address. */
  readonly uniqueName: string;
  readonly displayName: string;
};

const names = [
  ['admin', 'Ada Minster'],
  ['ann', 'Ann Baker'],
  ['bob', 'Bob Fischer'],
  ['cleo', 'Cleo Winter'],
  ['dan', 'Dan Okafor'],
  ['eve', 'Eve Laurent'],
  ['finn', 'Finn Larsen'],
  ['gina', 'Gina Rossi'],
  ['hugo', 'Hugo Brandt'],
  ['iris', 'Iris Novak'],
  ['jan', 'Jan de Vries'],
  ['kim', 'Kim Tanaka'],
] as const;

const person = ([account, displayName]: readonly [string, string]): DemoPerson => {
  const uniqueName = `${account}@demo.local`;
  return Object.freeze({ id: guidOf(uniqueName), uniqueName, displayName });
};

const [first, ...others] = names;

/** The twelve people of the demo organization, the administrator first. */
export const demoPeople: readonly [DemoPerson, ...DemoPerson[]] = [person(first), ...others.map(person)];

/** Finds a person by sign-in name, GUID or display name, in any letter case. */
export function findPerson(text: string): DemoPerson | undefined {
  const wanted = text.trim().toLowerCase();
  return demoPeople.find(({ id, uniqueName, displayName }) =>
    [id, uniqueName, displayName.toLowerCase(), `${displayName} <${uniqueName}>`.toLowerCase()].includes(
      wanted,
    ),
  );
}

/** True for a value that is one of the demo people. */
export function isPerson(value: unknown): value is DemoPerson {
  return typeof value === 'object' && value !== null && 'uniqueName' in value && 'displayName' in value;
}
