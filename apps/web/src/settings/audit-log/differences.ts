type Content = Readonly<Record<string, unknown>>;

/** One field of a thing, before and after an act; undefined where it was not there. */
export interface Difference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What only counts or repeats what is said beside it. */
const SILENT = new Set([
  'id',
  'version',
  'createdTimestamp',
  'editedTimestamp',
  'startedAt',
  'isChanged',
  'isTrackedExtended',
]);

/**
 * The fields that an act changed, in the order of the API. What was made or deleted is shown whole, but for what is empty. Fields of
 * inner objects stand by their own names.
 */
export function differencesOf(before: Content | null, after: Content | null): Difference[] {
  const [old, young] = [flat(before), flat(after)];
  const fields = [...new Set([...old.keys(), ...young.keys()])].filter((field) => !SILENT.has(field));
  return fields
    .map((field) => ({ field, before: old.get(field), after: young.get(field) }))
    .filter((difference) => isWorthTelling(difference, before !== null && after !== null));
}

function isWorthTelling({ before, after }: Difference, isChange: boolean): boolean {
  if (isChange) return JSON.stringify(before ?? null) !== JSON.stringify(after ?? null);
  return ![before, after].every(
    (value) => value === undefined || value === null || value === false || value === '',
  );
}

function flat(content: Content | null): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(content ?? {})) {
    if (isContent(value)) for (const [inner, each] of flat(value)) fields.set(inner, each);
    else fields.set(name, value);
  }
  return fields;
}

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
