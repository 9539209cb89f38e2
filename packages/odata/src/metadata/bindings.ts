import type { StructuredType } from '../model/members.ts';

/** Of how many contained entities and complex values a path may lead through. */
const LONGEST_PATH = 4;

/** In which sets the targets of navigation are found: set names by paths such as `Address/Country` (CSDL XML 4.01, 13.4). */
export function bindingsOf<Context>(type: StructuredType<Context>): Readonly<Record<string, string>> {
  return Object.fromEntries(walk(type, [], [type.name]));
}

function* walk<Context>(
  type: StructuredType<Context>,
  path: readonly string[],
  seen: readonly string[],
): Generator<[string, string]> {
  if (path.length > LONGEST_PATH) return;
  for (const [name, { target, set, isContained }] of Object.entries(type.navigation)) {
    if (isContained) yield* within(target(), [...path, name], seen);
    else if (set !== null) yield [[...path, name].join('/'), set];
  }
  for (const [name, property] of Object.entries(type.properties)) {
    if (property.kind === 'complex') yield* within(property.type, [...path, name], seen);
  }
}

/** A type that comes up again on its own path would have no end. */
function within<Context>(type: StructuredType<Context>, path: readonly string[], seen: readonly string[]) {
  return seen.includes(type.name) ? [] : walk(type, path, [...seen, type.name]);
}
