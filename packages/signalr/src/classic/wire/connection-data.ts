/** Most hubs one connection may name; the original has no bound. */
const most = 100;

/**
 * The hub names of `connectionData`, `[{"name":"chat"}]`, as the client wrote them; none when there is no such
 * parameter, undefined when it is not such a list.
 */
export function readConnectionData(text: string | null | undefined): readonly string[] | undefined {
  if (text === null || text === undefined || text === '') return [];
  const list = parse(text);
  if (list === null) return [];
  if (!Array.isArray(list) || list.length > most) return undefined;
  const names = list.map(nameOf);
  return names.every((name) => name !== undefined) ? names : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const [, name] = Object.entries(entry).find(([key]) => key.toLowerCase() === 'name') ?? [];
  return typeof name === 'string' && name !== '' ? name : undefined;
}
