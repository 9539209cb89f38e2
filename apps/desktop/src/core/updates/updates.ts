/** Where a new version of the app stands. */
export type UpdateState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly version: string }
  /** It is here; `isAsked` while the person is asked, and not again before the next start once they said later. */
  | { readonly kind: 'ready'; readonly version: string; readonly isAsked: boolean }
  /** The person agreed while time was tracked: it is installed when the track has ended. */
  | { readonly kind: 'agreed'; readonly version: string }
  | { readonly kind: 'installing'; readonly version: string }
  | { readonly kind: 'failed'; readonly reason: UpdateFault };

/** `notInstalled`: it is here, but the system did not take it. */
export type UpdateFault = 'unreachable' | 'badSignature' | 'diskFull' | 'notInstalled';

export type UpdateEvent =
  | { readonly type: 'found' | 'loaded'; readonly version: string }
  | { readonly type: 'failed'; readonly reason: UpdateFault }
  /** `now` restarts at once, also while time is tracked: the track goes on. `whenIdle` waits for its end; `later` also puts a fault away. */
  | { readonly type: 'answered'; readonly answer: 'now' | 'whenIdle' | 'later' }
  | { readonly type: 'trackEnded' };

/** The machine of updates (desktop.md): asks before it restarts, and never restarts while time is tracked without consent. */
export function updateStep(state: UpdateState, event: UpdateEvent, isTracking: boolean): UpdateState {
  switch (event.type) {
    case 'found':
      return 'version' in state && state.version === event.version
        ? state
        : { kind: 'loading', version: event.version };
    case 'loaded':
      return { kind: 'ready', version: event.version, isAsked: true };
    case 'failed':
      return state.kind === 'ready' || state.kind === 'agreed'
        ? state
        : { kind: 'failed', reason: event.reason };
    case 'answered':
      return answered(state, event.answer, isTracking);
    default:
      return state.kind === 'agreed' && !isTracking ? { kind: 'installing', version: state.version } : state;
  }
}

function answered(
  state: UpdateState,
  answer: 'now' | 'whenIdle' | 'later',
  isTracking: boolean,
): UpdateState {
  if (state.kind === 'failed' && answer === 'later') return { kind: 'none' };
  if (state.kind !== 'ready' && state.kind !== 'agreed') return state;
  const { version } = state;
  if (answer === 'later') return { kind: 'ready', version, isAsked: false };
  const isNow = answer === 'now' || !isTracking;
  return isNow ? { kind: 'installing', version } : { kind: 'agreed', version };
}
