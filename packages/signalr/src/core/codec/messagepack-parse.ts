import { type CoreMessage, MessageType } from '../messages.ts';
import { ProtocolError } from '../protocol-error.ts';

const ERROR_RESULT = 1;
const NO_RESULT = 2;
const RESULT = 3;

/** Makes a message of a decoded array; null for a type that is not known. Throws a ProtocolError with the text that .NET has for it. */
export function parseMessagePackMessage(given: unknown): CoreMessage | null {
  if (!Array.isArray(given)) throw new ProtocolError("Reading array length for 'elementCount' failed.");
  const type: unknown = given[0];
  if (typeof type !== 'number') throw unread('Int32', 'messageType');
  switch (type) {
    case MessageType.invocation:
      checkHeaders(given[1]);
      return { type, invocationId: textOrNull(given[2], 'invocationId') || null, ...call(given) };
    case MessageType.streamInvocation:
      checkHeaders(given[1]);
      return { type, invocationId: idOf(given), ...call(given) };
    case MessageType.streamItem:
      checkHeaders(given[1]);
      if (given.length < 4) throw unread('value', 'item');
      return { type, invocationId: idOf(given), item: given[3] };
    case MessageType.completion:
      checkHeaders(given[1]);
      return { type, invocationId: idOf(given), outcome: outcome(given) };
    case MessageType.cancelInvocation:
      checkHeaders(given[1]);
      return { type, invocationId: idOf(given) };
    case MessageType.ping:
      return { type };
    case MessageType.close:
      return { type, error: textOrNull(given[1], 'error'), allowReconnect: given[2] === true };
    case MessageType.ack:
    case MessageType.sequence:
      if (!Number.isSafeInteger(given[1])) throw unread('Int64', 'sequenceId');
      return { type, sequenceId: given[1] as number };
    default:
      return null;
  }
}

function call([, , , target, args, streamIds = []]: readonly unknown[]) {
  if (typeof target !== 'string' || target === '') throw unread('String', 'target');
  if (!Array.isArray(args)) throw unread('array length', 'arguments');
  const isList = Array.isArray(streamIds) && streamIds.every((id) => typeof id === 'string');
  if (!isList) throw unread('array length', 'streamIds');
  return { target, arguments: args as readonly unknown[], streamIds: streamIds as readonly string[] };
}

function outcome([, , , kind, value]: readonly unknown[]) {
  switch (kind) {
    case ERROR_RESULT:
      return { kind: 'error', error: textOrNull(value, 'error') ?? '' } as const;
    case NO_RESULT:
      return { kind: 'nothing' } as const;
    case RESULT:
      return { kind: 'result', result: value } as const;
    default:
      throw new ProtocolError('Invalid invocation result kind.');
  }
}

function idOf(given: readonly unknown[]): string {
  const id = textOrNull(given[2], 'invocationId');
  if (id === null || id === '') throw unread('String', 'invocationId');
  return id;
}

function textOrNull(value: unknown, name: string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw unread('String', name);
  return value;
}

function checkHeaders(headers: unknown): void {
  const isMap = typeof headers === 'object' && headers !== null && !Array.isArray(headers);
  if (!isMap) throw unread('map length', 'headers');
  for (const value of Object.values(headers))
    if (typeof value !== 'string') throw unread('String', 'headers');
}

function unread(what: string, name: string): ProtocolError {
  return new ProtocolError(`Reading '${name}' as ${what} failed.`);
}
