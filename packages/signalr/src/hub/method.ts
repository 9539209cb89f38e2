import type { HubDefinition, HubMethod, HubMethodDefinition } from './definition.ts';

/** A method as it is found by name. */
export interface Method<User> {
  /** As its definition spells it. */
  readonly name: string;
  readonly run: HubMethod<User>;
  readonly streams: boolean;
  readonly uploads: number;
  readonly parameters: number | null;
}

const AsyncGeneratorFunction: unknown = async function* () {}.constructor;

/** Finds methods by the name a client called, in any letter case. */
export function methodTable<User>({ methods, methodName = (name) => name }: HubDefinition<User>): {
  readonly names: readonly string[];
  readonly find: (name: string) => Method<User> | null;
} {
  const found = new Map<string, Method<User>>();
  for (const [name, given] of Object.entries(methods)) {
    const key = name.toLowerCase();
    if (found.has(key)) throw new Error(`Two methods differ by letter case only: ${name}.`);
    found.set(key, methodOf(name, given));
  }
  return {
    names: [...found.values()].map(({ name }) => name),
    find: (name) => found.get(methodName(name).toLowerCase()) ?? null,
  };
}

function methodOf<User>(name: string, given: HubMethod<User> | HubMethodDefinition<User>): Method<User> {
  const definition: HubMethodDefinition<User> = typeof given === 'function' ? { run: given } : given;
  const { run, streams, uploads = 0, parameters = null } = definition;
  return {
    name,
    run,
    streams: streams ?? (run as { constructor: unknown }).constructor === AsyncGeneratorFunction,
    uploads,
    parameters,
  };
}
