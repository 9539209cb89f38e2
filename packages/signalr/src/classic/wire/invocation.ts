import { texts } from './texts.ts';

/** Values that a hub keeps at the client between calls, by name. */
export type HubState = Readonly<Record<string, unknown>>;

/** A client's call of a hub method. */
export interface Invocation {
  readonly hub: string;
  readonly method: string;
  readonly args: readonly unknown[];
  /** The client's number of the call, as text; null when it gave none. */
  readonly id: string | null;
  readonly state: HubState;
}

/** A call, or why what the client sent is none. The id is told where one could be read, so that it can be answered. */
export type ReadInvocation =
  | { readonly ok: true; readonly invocation: Invocation }
  | { readonly ok: false; readonly id: string | null; readonly problem: string };

/** Longest JSON text of the state, as in the original. */
const longestState = 4096;
/** Deepest nesting of a call, so that no method meets a value that overflows its stack. */
const deepest = 20;

/** Reads `{H, M, A, I, S}`; never throws. */
export function readInvocation(text: string): ReadInvocation {
  const message = parseObject(text);
  if (message === undefined) return refused(null, 'The message is not a JSON object.');
  const id = readId(message['I']);
  const { H: hub, M: method, A: args = [], S: state = {} } = message;
  if (typeof hub !== 'string' || hub === '') return refused(id, 'The message names no hub.');
  if (typeof method !== 'string' || method === '') return refused(id, 'The message names no method.');
  if (args !== null && !Array.isArray(args)) return refused(id, 'The arguments are not a list.');
  if (state !== null && !isObject(state)) return refused(id, 'The state is not an object.');
  if (JSON.stringify(state).length > longestState) return refused(id, texts.stateTooLong);
  return { ok: true, invocation: { hub, method, args: args ?? [], id, state: state ?? {} } };
}

function refused(id: string | null, problem: string): ReadInvocation {
  return { ok: false, id, problem };
}

function readId(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && isShallow(value, deepest) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1));
}
