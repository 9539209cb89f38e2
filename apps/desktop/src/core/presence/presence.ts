import { type Instant, instant } from '@stint/domain';
import type { Subject } from '../subject.ts';

/** Whether the person is at the computer, and what is to be asked when they come back. */
export type Presence =
  | { readonly kind: 'here' }
  /** Away since `since`, while `runId` ran. */
  | { readonly kind: 'away'; readonly since: Instant; readonly runId: string; readonly isLocked: boolean }
  /** Back: from `from` until `until` nobody was there; the question is open until `askedUntil`. */
  | {
      readonly kind: 'asked';
      readonly from: Instant;
      readonly until: Instant;
      readonly runId: string;
      readonly askedUntil: Instant;
    };

/** What to do with the time in which nobody was there. */
export type IdleAnswer =
  | { readonly kind: 'keep' }
  | { readonly kind: 'discard' }
  /** The time becomes a worklog of its own. */
  | { readonly kind: 'split' }
  /** The time becomes a worklog of something else. */
  | { readonly kind: 'book'; readonly subject: Subject };

/** `clock`: only time has passed; the machine is told so every second. */
export type PresenceEvent = 'clock' | 'locked' | 'unlocked' | 'suspended' | 'resumed';

export interface PresenceContext {
  readonly now: Instant;
  readonly run: { readonly runId: string; readonly since: Instant } | null;
  /** Seconds since the last key or mouse movement; null where the system cannot tell. */
  readonly idleSeconds: number | null;
  /** Seconds without input that count as being away; null never asks. */
  readonly idleAfter: number | null;
  readonly stopsOnLock: boolean;
}

/** `stop`: the track ends now. `settle`: the answer to an absence. */
export type PresenceEffect =
  | { readonly type: 'stop' }
  | {
      readonly type: 'settle';
      readonly from: Instant;
      readonly until: Instant;
      readonly answer: IdleAnswer;
    };

export interface PresenceStep {
  readonly presence: Presence;
  readonly effect: PresenceEffect | null;
  /** Whether the event has still to happen to what the effect makes of the track. */
  readonly isToRepeat: boolean;
}

/** An open question counts as ignored after this long; milliseconds. */
export const ANSWER_WITHIN = 10 * 60_000;

/** Input this short ago means that somebody is there now; seconds. */
const JUST_NOW = 2;

const here: Presence = { kind: 'here' };

/** The machine of being there (desktop.md, Idle). A question that is ignored means discard, whatever happens next. */
export function presenceStep(known: Presence, event: PresenceEvent, context: PresenceContext): PresenceStep {
  const { run, now } = context;
  if (run === null) return to(here);
  const presence = known.kind !== 'here' && known.runId !== run.runId ? here : known;
  const isLeaving = leaves(event, context);
  if (presence.kind === 'asked') {
    if (isLeaving) return { ...answerPresence(presence, { kind: 'discard' }, run), isToRepeat: true };
    return now >= presence.askedUntil ? answerPresence(presence, { kind: 'discard' }, run) : to(presence);
  }
  if ((event === 'locked' || event === 'suspended') && context.stopsOnLock)
    return { presence: here, effect: { type: 'stop' }, isToRepeat: false };
  if (presence.kind === 'here') {
    if (!isLeaving) return to(here);
    const since = instant(Math.max(run.since, now - (context.idleSeconds ?? 0) * 1000));
    return to({ kind: 'away', since, runId: run.runId, isLocked: event === 'locked' });
  }
  if (event === 'locked') return to({ ...presence, isLocked: true });
  return to(isBack(presence, event, context) ? afterAbsence(presence, context) : presence);
}

/** Ends an open question about what runs with the person's answer; without one, nothing happens. */
export function answerPresence(
  presence: Presence,
  answer: IdleAnswer,
  run: PresenceContext['run'],
): PresenceStep {
  if (presence.kind !== 'asked') return to(presence);
  if (presence.runId !== run?.runId) return to(here);
  const { from, until } = presence;
  return { presence: here, effect: { type: 'settle', from, until, answer }, isToRepeat: false };
}

function leaves(event: PresenceEvent, { idleSeconds, idleAfter }: PresenceContext): boolean {
  if (event === 'locked' || event === 'suspended') return true;
  return event === 'clock' && idleSeconds !== null && idleAfter !== null && idleSeconds >= idleAfter;
}

/** Moving the mouse on the locked screen is no return. */
function isBack(
  { isLocked }: Extract<Presence, { kind: 'away' }>,
  event: PresenceEvent,
  { idleSeconds }: PresenceContext,
): boolean {
  if (event === 'unlocked') return true;
  if (isLocked || event === 'suspended') return false;
  return idleSeconds === null || idleSeconds < JUST_NOW;
}

/** A short absence is none. */
function afterAbsence(
  { since, runId }: Extract<Presence, { kind: 'away' }>,
  { now, idleAfter }: PresenceContext,
): Presence {
  if (idleAfter === null || now - since < idleAfter * 1000) return here;
  return { kind: 'asked', from: since, until: now, runId, askedUntil: instant(now + ANSWER_WITHIN) };
}

function to(presence: Presence): PresenceStep {
  return { presence, effect: null, isToRepeat: false };
}
