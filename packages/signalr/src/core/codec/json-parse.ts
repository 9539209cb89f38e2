import { type CoreMessage, MessageType } from '../messages.ts';
import { ProtocolError } from '../protocol-error.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Reads one message; null for a type that is not known. Throws a ProtocolError with the text that .NET has for it. */
export function parseJsonMessage(text: string): CoreMessage | null {
  const given = objectOf(text);
  const type = given['type'];
  if (type === undefined) throw missing('type');
  if (typeof type !== 'number') throw mistyped('type', 'Number');
  checkHeaders(given['headers']);
  switch (type) {
    case MessageType.invocation:
      return { type, invocationId: textOrNull(given, 'invocationId'), ...call(given) };
    case MessageType.streamInvocation:
      return { type, invocationId: idOf(given), ...call(given) };
    case MessageType.streamItem:
      if (!('item' in given)) throw missing('item');
      return { type, invocationId: idOf(given), item: given['item'] };
    case MessageType.completion:
      return { type, invocationId: idOf(given), outcome: outcome(given) };
    case MessageType.cancelInvocation:
      return { type, invocationId: idOf(given) };
    case MessageType.ping:
      return { type };
    case MessageType.close:
      return { type, error: textOrNull(given, 'error'), allowReconnect: given['allowReconnect'] === true };
    case MessageType.ack:
    case MessageType.sequence:
      return { type, sequenceId: numberOf(given, 'sequenceId') };
    default:
      return null;
  }
}

function objectOf(text: string): Properties {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProtocolError('Error reading JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Properties;
  throw new ProtocolError(`Unexpected JSON Token Type '${tokenName(value)}'. Expected a JSON Object.`);
}

function tokenName(value: unknown): string {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'Array';
  return typeof value === 'number' ? 'Number' : typeof value === 'string' ? 'String' : 'Boolean';
}

function call(given: Properties) {
  const target = textOrNull(given, 'target');
  const args = given['arguments'];
  if (args !== undefined && !Array.isArray(args)) throw mistyped('arguments', 'Array');
  if (target === null || target === '') throw missing('target');
  if (args === undefined) throw missing('arguments');
  return { target, arguments: args as readonly unknown[], streamIds: streamIdsOf(given['streamIds']) };
}

function streamIdsOf(given: unknown): readonly string[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw mistyped('streamIds', 'Array');
  if (!given.every((id) => typeof id === 'string')) throw mistyped('streamIds', 'String');
  return given;
}

function outcome(given: Properties) {
  const error = textOrNull(given, 'error');
  const hasResult = 'result' in given;
  if (error !== null && hasResult) {
    throw new ProtocolError("The 'error' and 'result' properties are mutually exclusive.");
  }
  if (error !== null) return { kind: 'error', error } as const;
  return hasResult ? ({ kind: 'result', result: given['result'] } as const) : ({ kind: 'nothing' } as const);
}

function idOf(given: Properties): string {
  const id = textOrNull(given, 'invocationId');
  if (id === null || id === '') throw missing('invocationId');
  return id;
}

function textOrNull(given: Properties, name: string): string | null {
  const value = given[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw mistyped(name, 'String');
  return value;
}

function numberOf(given: Properties, name: string): number {
  const value = given[name];
  if (value === undefined) throw missing(name);
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw mistyped(name, 'Number');
  return value;
}

function checkHeaders(headers: unknown): void {
  if (headers === undefined) return;
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) {
    throw mistyped('headers', 'Object');
  }
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== 'string') throw new ProtocolError(`Expected header '${name}' to be of type String.`);
  }
}

function missing(name: string): ProtocolError {
  return new ProtocolError(`Missing required property '${name}'.`);
}

function mistyped(name: string, type: string): ProtocolError {
  return new ProtocolError(`Expected '${name}' to be of type ${type}.`);
}
