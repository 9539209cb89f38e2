import { HubError } from '../../hub/hub-error.ts';

/** What a client is told of a failure, in the words of .NET: the text of a HubError, of anything else only where details are asked for. */
export function errorText(generic: string, error: unknown, detailed: boolean): string {
  if (error instanceof HubError) return `${generic} HubException: ${error.message}`;
  if (detailed && error instanceof Error) return `${generic} ${error.name}: ${error.message}`;
  return generic;
}

export function invokingFailed(target: string): string {
  return `An unexpected error occurred invoking '${target}' on the server.`;
}
