import { HubError } from '../../hub/hub-error.ts';
import type { Method } from '../../hub/method.ts';
import type { Invocation } from '../messages.ts';
import { ProtocolError } from '../protocol-error.ts';
import { errorText, invokingFailed } from './error-text.ts';

/** Why a call does not run at all, in the words of .NET; null when it may. */
export function refusalOf<User>(
  method: Method<User>,
  { type, target, arguments: args, streamIds }: Invocation,
  detailed: boolean,
): string | null {
  if (method.streams && type === 1) return invokedStream(target);
  if (!method.streams && type === 4) {
    return `The client attempted to invoke the non-streaming '${target}' method with a streaming invocation.`;
  }
  if (method.parameters !== null && method.parameters !== args.length) {
    const counts = `Invocation provides ${args.length} argument(s) but target expects ${method.parameters}.`;
    const generic = `Failed to invoke '${target}' due to an error on the server.`;
    return errorText(generic, new ProtocolError(counts), detailed);
  }
  if (method.uploads !== streamIds.length) {
    const counts = `Client sent ${streamIds.length} stream(s), Hub method expects ${method.uploads}.`;
    return errorText(invokingFailed(target), new HubError(counts), detailed);
  }
  return null;
}

export function invokedStream(target: string): string {
  return `The client attempted to invoke the streaming '${target}' method with a non-streaming invocation.`;
}
