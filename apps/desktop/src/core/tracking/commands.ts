import { type Instant, instant, readWallTime, toInstant } from '@stint/domain';
import type { Change, Conflict, WorklogFields } from '../changes/change.ts';
import type { PresenceEffect } from '../presence/presence.ts';
import type { Subject, SubjectChange } from '../subject.ts';
import type { Run } from './run.ts';

/** What a person does to their time; each becomes changes that the server will hear of. */
export type TimeCommand =
  | { readonly kind: 'start'; readonly subject: Subject }
  | { readonly kind: 'stop' }
  | { readonly kind: 'adjust'; readonly change: SubjectChange }
  /** `timestamp` is wall time in the person's zone; `length` in seconds. */
  | {
      readonly kind: 'book';
      readonly timestamp: string;
      readonly length: number;
      readonly subject: Subject;
    }
  | {
      readonly kind: 'edit';
      readonly workLogId: string;
      readonly before: WorklogFields;
      readonly after: Partial<WorklogFields>;
    }
  | { readonly kind: 'remove'; readonly workLogId: string; readonly before: WorklogFields };

export interface CommandContext {
  readonly run: Run | null;
  readonly now: Instant;
  /** IANA name of the person's time zone. */
  readonly zone: string;
  readonly newId: () => string;
}

/** The changes that a command means. Throws RangeError for a timestamp that no clock shows. */
export function changesOf(command: TimeCommand, context: CommandContext): Change[] {
  const { run, now, zone, newId } = context;
  switch (command.kind) {
    case 'start':
      return [...stopOf(run, now, 0, newId), startOf(command.subject, now, newId)];
    case 'stop':
      return stopOf(run, now, 0, newId);
    case 'adjust': {
      if (run === null) return [];
      const { runId, workLogId } = run;
      return [{ kind: 'adjust', id: newId(), runId, workLogId, change: command.change }];
    }
    case 'book': {
      const wall = readWallTime(command.timestamp);
      if (wall === null) throw new RangeError(`${command.timestamp} is not a time`);
      const { length, subject } = command;
      return [
        { kind: 'book', id: newId(), startedAt: toInstant(wall, zone), length, subject, isTracked: false },
      ];
    }
    case 'edit': {
      const { workLogId, before, after } = command;
      return [{ kind: 'edit', id: newId(), workLogId, before, after, isForced: false }];
    }
    default: {
      const { workLogId, before } = command;
      return [{ kind: 'remove', id: newId(), workLogId, before, isForced: false }];
    }
  }
}

/** The changes that being away means: the machine stops the track, or the absence is cut out, split off or booked elsewhere. */
export function changesOfPresence(effect: PresenceEffect, { run, now, newId }: CommandContext): Change[] {
  if (run === null) return [];
  if (effect.type === 'stop') return stopOf(run, now, 1, newId);
  const { from, until, answer } = effect;
  if (answer.kind === 'keep') return [];
  const length = Math.floor((until - from) / 1000);
  const subject = answer.kind === 'book' ? answer.subject : run.subject;
  const absence: Change[] =
    answer.kind === 'discard' || length <= 0
      ? []
      : [{ kind: 'book', id: newId(), startedAt: from, length, subject, isTracked: false }];
  return [...stopOf(run, from, 1, newId), ...absence, startOf(run.subject, until, newId)];
}

/** How a conflict goes on: `mine` is sent once more, as the person wants it in spite of what stands there now. */
export function againOf({ change, reason }: Conflict, newId: () => string): Change | null {
  const id = newId();
  if (change.kind === 'edit' && reason.kind === 'deletedElsewhere') return null;
  return change.kind === 'edit' || change.kind === 'remove'
    ? { ...change, id, isForced: true }
    : { ...change, id };
}

function startOf(subject: Subject, at: Instant, newId: () => string): Change {
  return { kind: 'start', id: newId(), at, subject, isTried: false };
}

function stopOf(run: Run | null, at: Instant, reason: 0 | 1, newId: () => string): Change[] {
  if (run === null) return [];
  const { runId, workLogId, startedAt, subject, before } = run;
  const end = instant(Math.max(at, startedAt));
  const stop: Change = { kind: 'stop', id: newId(), runId, workLogId, startedAt, at: end, reason, subject };
  if (before === null || at >= startedAt) return [stop];
  return [stop, { kind: 'trim', id: newId(), ...before, until: at }];
}
