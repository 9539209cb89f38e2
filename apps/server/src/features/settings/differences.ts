/** What a change really changes: the names whose values differ, with their values before and after. */
export interface Differences {
  names: string[];
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

export function differencesOf(before: object, after: object): Differences {
  const old = before as Record<string, unknown>;
  const differences: Differences = { names: [], before: {}, after: {} };
  for (const [name, value] of Object.entries(after)) {
    if (JSON.stringify(value) === JSON.stringify(old[name])) continue;
    differences.names.push(name);
    differences.before[name] = old[name];
    differences.after[name] = value;
  }
  return differences;
}
