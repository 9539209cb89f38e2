import {
  type IdlePostponement,
  type Instant,
  instant,
  nextDeadline,
  offsetMinutes,
  type StopReason,
  type TrackingEvent,
} from '@stint/domain';
import { v7 as uuid } from 'uuid';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import { dayIn } from './day.ts';
import { bookedRow, clockSource, type Move, move } from './move.ts';
import { hintsFor, type Notice, noticeOf } from './notices.ts';
import type { Asking, Bookings } from './parts.ts';
import { shownDetails, type TrackRecord } from './record.ts';
import { rulesOf } from './rules.ts';
import {
  type Booked,
  type Focus,
  type LatestRow,
  lockDue,
  lockRecord,
  type Question,
  readLatest,
  readRecord,
  readView,
  save,
  type SaveOutcome,
  type Versioned,
  type View,
  type Whose,
} from './store.ts';
import { withEffects } from './totals.ts';
import { createTrackMemory } from './track-memory.ts';
import { problemOf } from '../worklogs/guard.ts';
import { describesTrack, questionOf } from './question.ts';
import {
  changesOf,
  detailsOf,
  namesNothing,
  refusalOf,
  refusalOfProblem,
  type Wish,
  withType,
} from './wish.ts';

/** A person's tracking as an answer shows it. */
export interface Shown {
  view: View;
  now: Instant;
  notice: Notice;
}

/** Everything a person, their devices and the clock can do to a track. Business refusals are notices, not errors (api.md 4). */
export interface Tracking {
  current(asking: Asking): Promise<Shown>;
  /** `timeZone` in minutes east of UTC; `deviceId` names the device that keeps the track alive by pings. */
  start(asking: Asking, wish: Wish & { timeZone?: number }, deviceId?: string): Promise<Shown>;
  stop(asking: Asking, reason: StopReason): Promise<Shown>;
  adjust(asking: Asking, wish: Wish): Promise<Shown>;
  /** Chooses what is tracked next; starts nothing. */
  select(asking: Asking, wish: Wish): Promise<Shown>;
  answerActivityCheck(asking: Asking): Promise<Shown>;
  postponeIdleCheck(asking: Asking, until: IdlePostponement): Promise<Shown>;
  /** The device is still connected; from its first ping on, silence stops the track. */
  ping(asking: Asking, deviceId: string | null): Promise<Shown>;
  /** The person's last worklogs, newest first. */
  latest(asking: Asking, count: number): Promise<LatestRow[]>;
  /** Does what is due for one person; nothing when another process is at it. */
  letTimePass(whose: Whose): Promise<void>;
}

type Choice = TrackingEvent | { refusal: NonNullable<Notice> };

export function createTracking(
  { clock, database, organizations }: Pick<Dependencies, 'clock' | 'database' | 'organizations'>,
  { workLogs }: { workLogs: Bookings },
): Tracking {
  const now = (): Instant => instant(clock());
  const memory = createTrackMemory();

  /**
   * Lets a person's event happen, after all that was due before it: on the record that is remembered, in one round trip;
   * when it was changed elsewhere, on what is read; when another change of the same person was faster again, with a lock.
   */
  async function act(asking: Asking, choose: (record: TrackRecord) => Choice): Promise<Shown> {
    const { organization, principal, db } = asking;
    const whose = { organizationId: organization.id, personId: principal.id };
    if (!db.isTransaction) {
      for (const find of [() => memory.recall(whose), () => readRecord(db, whose)]) {
        const before = await find();
        const shown = before && (await actOn(asking, whose, before, choose));
        if (shown) return shown;
      }
    }
    return inTransaction(db, async (transaction) => {
      const locked = await lockRecord(transaction, whose, {
        now: now(),
        alone: organization.settings.noOverlap,
      });
      const done = await actOn({ ...asking, db: transaction }, whose, locked, choose);
      if (!done) throw new Error('a locked track record was changed by someone else');
      return done;
    });
  }

  /** The same on a record; null when it was not written because the record is another one by now. */
  async function actOn(
    asking: Asking,
    whose: Whose,
    before: Versioned,
    choose: (record: TrackRecord) => Choice,
  ): Promise<Shown | null> {
    const { organization, principal, source, db } = asking;
    const at = now();
    const focus = { day: dayIn(principal.timeZone, at), look: organization.azureDevOps };
    const context = { now: at, timeZone: principal.timeZone, settings: rulesOf(organization) };
    const passed = move(before.record, { type: 'clock' }, context, clockSource);
    const choice = choose(passed.record);
    const acted =
      'refusal' in choice ? { ...passed, ...choice } : move(passed.record, choice, context, source, passed);
    const question = 'type' in choice ? questionOf(choice, at, asking) : null;
    const written = await writeUnlessRefused(asking, whose, before, { passed, acted, question, focus });
    if (written === null) return null;
    const { done, booked } = written;
    const view = booked
      ? { ...booked, ...withEffects(booked, done, focus.day), record: done.record }
      : await readView(db, whose, focus);
    if (!view) return null;
    const described = 'type' in choice && describesTrack(choice) && !done.refusal && done.record.tracking.run;
    const hints = described ? hintsFor(described.details, view.workItem !== null, asking) : [];
    return { view, now: at, notice: noticeOf(done.refusal ?? null, done.effects, hints) };
  }

  /**
   * Writes what a person did; when the guard of time refuses it, only what was due before. Null when another change was
   * faster; `booked` is null when nothing was written.
   */
  async function writeUnlessRefused(
    asking: Asking,
    whose: Whose,
    before: Versioned,
    {
      passed,
      acted,
      question,
      focus,
    }: { passed: Move; acted: Move; question: Question | null; focus: Focus },
  ): Promise<{ done: Move; booked: Booked | null } | null> {
    if (!acted.isChange) return { done: acted, booked: null };
    const outcome = await write(asking, whose, before, acted, { question, focus });
    if (outcome.type === 'outrun') return null;
    if (outcome.type === 'saved') return { done: acted, booked: outcome.booked };
    const { settings } = asking.organization;
    const { timeZone } = asking.principal;
    const problem = problemOf(outcome.found, { settings, timeZone, now: acted.at });
    const refused = { ...passed, refusal: refusalOfProblem(problem) };
    if (!passed.isChange) return { done: refused, booked: null };
    const saved = await write(asking, whose, before, passed, { question: null, focus });
    return saved.type === 'saved' ? { done: refused, booked: saved.booked } : null;
  }

  async function write(
    { db, organization }: Pick<Asking, 'db' | 'organization'>,
    whose: Whose,
    before: Versioned,
    done: Move,
    { question, focus }: { question: Question | null; focus: Focus | null },
  ): Promise<SaveOutcome> {
    const { record, auditRows, at } = done;
    const deadline = nextDeadline(record.tracking, rulesOf(organization));
    const booked = bookedRow(workLogs, organization, whose.personId, done);
    const change = { before, record, deadline, auditRows, bookedRow: booked, now: at, question, focus };
    const outcome = await save(db, whose, change);
    // What a transaction wrote may still be undone.
    if (outcome.type === 'saved' && !db.isTransaction)
      memory.keep(whose, { record, version: outcome.version });
    else if (outcome.type !== 'refused') memory.forget(whose);
    return outcome;
  }

  async function current(asking: Asking): Promise<Shown> {
    const { db, organization, principal } = asking;
    const at = now();
    const whose = { organizationId: organization.id, personId: principal.id };
    const view = await readView(db, whose, {
      day: dayIn(principal.timeZone, at),
      look: organization.azureDevOps,
    });
    const due = view && nextDeadline(view.record.tracking, rulesOf(organization));
    if (view && (due === null || due > at)) return { view, now: at, notice: null };
    return act(asking, () => ({ type: 'clock' }));
  }

  return {
    current,

    start: (asking, wish, deviceId) =>
      act(asking, (record) => {
        const selected = namesNothing(wish) ? shownDetails(record.tracking) : null;
        const details = selected ?? detailsOf(wish, asking);
        const refusal = refusalOf(withType(details, asking), asking);
        if (refusal) return { refusal };
        const timeZoneMinutes = wish.timeZone ?? offsetMinutes(asking.principal.timeZone, now());
        return { type: 'start', workLogId: uuid(), details, timeZoneMinutes, deviceId: deviceId ?? null };
      }),

    stop: (asking, reason) => act(asking, () => ({ type: 'stop', reason })),

    adjust: (asking, wish) =>
      act(asking, () => {
        const changes = changesOf(wish);
        const refusal = refusalOf(changes, asking);
        return refusal ? { refusal } : { type: 'adjust', changes };
      }),

    select: (asking, wish) =>
      act(asking, () => {
        const details = detailsOf(wish, asking);
        const refusal = refusalOf(changesOf(wish), asking);
        return refusal ? { refusal } : { type: 'select', details };
      }),

    answerActivityCheck: (asking) => act(asking, () => ({ type: 'activityCheckAnswered' })),
    postponeIdleCheck: (asking, until) => act(asking, () => ({ type: 'idleCheckPostponed', until })),
    ping: (asking, deviceId) => act(asking, () => ({ type: 'ping', deviceId })),

    latest: ({ db, organization, principal }, count) =>
      readLatest(
        db,
        { organizationId: organization.id, personId: principal.id },
        count,
        organization.azureDevOps,
      ),

    async letTimePass(whose) {
      const organization = await organizations.byId(whose.organizationId);
      if (!organization) return;
      const settings = rulesOf(organization);
      await inTransaction(database.organization(organization.id), async (db) => {
        const due = await lockDue(db, whose, now());
        if (!due) return;
        const passed = move(
          due.record,
          { type: 'clock' },
          { now: now(), timeZone: 'UTC', settings },
          clockSource,
        );
        // Unchanged, it was looked at too early or after changed rules; its deadline is set anew all the same.
        await write({ db, organization }, whose, due, passed, { question: null, focus: null });
      });
    },
  };
}
