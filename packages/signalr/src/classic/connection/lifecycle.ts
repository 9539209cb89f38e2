/**
 * How far a connection is. `fresh` ones are not known to anybody yet; `opening` ones have a transport and wait for
 * `start`; `reopening` ones were open, and their client began over with `connect`.
 */
export type Phase = 'fresh' | 'opening' | 'open' | 'reopening' | 'ended';

/** What happens to a connection. */
export type LifecycleEvent =
  /** A transport came with `connect`; `startFollows` for clients from 1.4 on. */
  | { readonly kind: 'connect'; readonly startFollows: boolean }
  | { readonly kind: 'start' }
  /** A transport came with `reconnect` or `poll`. */
  | { readonly kind: 'reconnect' | 'poll' }
  /** It ended: by `abort` of the client, since no transport came back in time, or by the server. */
  | { readonly kind: 'end' };

/** What is to be done, in this order. */
export type LifecycleEffect =
  | 'join'
  | 'attach'
  | 'connected'
  | 'reconnected'
  | 'initialize'
  | 'leave'
  | 'disconnected';

export interface LifecycleStep {
  readonly phase: Phase;
  readonly effects: readonly LifecycleEffect[];
}

/**
 * The lifecycle of a connection. A client that comes back to a server that does not know it (any more) is taken in as if
 * it had been open, as the original does; what was open is told of its end exactly once.
 */
export function step(phase: Phase, event: LifecycleEvent): LifecycleStep {
  if (phase === 'ended') return { phase, effects: [] };
  switch (event.kind) {
    case 'connect':
      return connect(phase, event.startFollows);
    case 'start':
      return start(phase);
    case 'reconnect':
    case 'poll':
      return resume(phase, event.kind);
    default:
      return { phase: 'ended', effects: end(phase) };
  }
}

function connect(phase: Exclude<Phase, 'ended'>, startFollows: boolean): LifecycleStep {
  const join: LifecycleEffect[] = phase === 'fresh' ? ['join'] : [];
  const wasOpen = phase === 'open' || phase === 'reopening';
  if (startFollows)
    return { phase: wasOpen ? 'reopening' : 'opening', effects: [...join, 'attach', 'initialize'] };
  const told: LifecycleEffect = wasOpen ? 'reconnected' : 'connected';
  return { phase: 'open', effects: [...join, 'attach', told, 'initialize'] };
}

function start(phase: Exclude<Phase, 'ended'>): LifecycleStep {
  if (phase === 'opening') return { phase: 'open', effects: ['connected'] };
  if (phase === 'reopening') return { phase: 'open', effects: ['reconnected'] };
  return { phase, effects: [] };
}

function resume(phase: Exclude<Phase, 'ended'>, by: 'reconnect' | 'poll'): LifecycleStep {
  if (phase === 'fresh') return { phase: 'open', effects: ['join', 'attach', 'reconnected'] };
  return { phase, effects: phase === 'open' && by === 'reconnect' ? ['attach', 'reconnected'] : ['attach'] };
}

function end(phase: Phase): LifecycleEffect[] {
  if (phase === 'fresh') return [];
  return phase === 'opening' ? ['leave'] : ['leave', 'disconnected'];
}
