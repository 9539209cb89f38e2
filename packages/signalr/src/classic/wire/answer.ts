import type { HubState } from './invocation.ts';

/** How a call ended. */
export type Outcome =
  | { readonly kind: 'returned'; readonly value: unknown }
  | {
      readonly kind: 'failed';
      readonly message: string;
      /** The method refused on purpose; `data` goes along. */
      readonly byHub: boolean;
      readonly data?: unknown;
    };

/** The answer `{S, R, I, H, E, D}` to call `id`; `I` is always text, since clients look it up by text. */
export function answerText(id: string | null, outcome: Outcome, stateChanges?: HubState): string {
  const common = { S: stateChanges, R: resultOf(outcome), I: id };
  if (outcome.kind === 'returned') return JSON.stringify(common);
  const { message, byHub, data } = outcome;
  return JSON.stringify({ ...common, H: byHub ? true : undefined, E: message, D: byHub ? data : undefined });
}

/** Progress of call `id`; its own `I` is one that no client knows, so that old clients pass over it. */
export function progressText(id: string | null, value: unknown, stateChanges?: HubState): string {
  return JSON.stringify({ S: stateChanges, I: `P|${id ?? ''}`, P: { I: id, D: value } });
}

/** A server's call of a client method; one of the caller brings what the running call has changed of its state. */
export function clientCallText(
  hub: string,
  method: string,
  args: readonly unknown[],
  stateChanges?: HubState,
): string {
  return JSON.stringify({ H: hub, M: method, A: args, S: stateChanges });
}

function resultOf(outcome: Outcome): unknown {
  return outcome.kind === 'returned' ? (outcome.value ?? undefined) : undefined;
}
