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
import { shownDetails } from './record.ts';
import { rulesOf } from './rules.ts';
import {
  type Focus,
  type LatestRow,
  lockDue,
  lockView,
  readLatest,
  type Question,
  readView,
  save,
  type SaveOutcome,
  type View,
  type Whose,
} from './store.ts';
import { viewAfter } from './view-after.ts';
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

  /**
   * Lets a person's event happen, after all that was due before it. First without a lock, in two round trips; when
   * another change of the same person was faster, with one.
   */
  async function act(
    asking: Asking,
    workItemId: number | null | undefined,
    choose: (view: View) => Choice,
  ): Promise<Shown> {
    const { organization, principal, db } = asking;
    const whose = { organizationId: organization.id, personId: principal.id };
    const focus = { day: dayIn(principal.timeZone, now()), workItemId, look: organization.azureDevOps };
    const seen = db.isTransaction ? null : await readView(db, whose, focus);
    const shown = seen && (await actOn(asking, whose, focus, seen, choose));
    if (shown) return shown;
    return inTransaction(db, async (transaction) => {
      const locked = await lockView(transaction, whose, focus, {
        now: now(),
        alone: organization.settings.noOverlap,
      });
      const done = await actOn({ ...asking, db: transaction }, whose, focus, locked, choose);
      if (!done) throw new Error('a locked track record was changed by someone else');
      return done;
    });
  }

  /** The same on what was read; null when it was not written because another change was faster. */
  async function actOn(
    asking: Asking,
    whose: Whose,
    focus: Focus,
    before: View,
    choose: (view: View) => Choice,
  ): Promise<Shown | null> {
    const { organization, principal, source, db } = asking;
    const at = now();
    const context = { now: at, timeZone: principal.timeZone, settings: rulesOf(organization.settings) };
    const passed = move(before.record, { type: 'clock' }, context, clockSource);
    const choice = choose({ ...before, record: passed.record });
    const acted =
      'refusal' in choice ? { ...passed, ...choice } : move(passed.record, choice, context, source, passed);
    const question = 'type' in choice ? questionOf(choice, at, asking) : null;
    const done = await writeUnlessRefused(asking, whose, before.version, { passed, acted, question });
    if (done === null) return null;
    const view = await viewAfter(db, whose, before, done, { day: focus.day, look: focus.look });
    const described = 'type' in choice && describesTrack(choice) && !done.refusal && done.record.tracking.run;
    const hints = described ? hintsFor(described.details, view.workItem !== null, asking) : [];
    return { view, now: at, notice: noticeOf(done.refusal ?? null, done.effects, hints) };
  }

  /**
   * Writes what a person did; when the guard of time refuses it, only what was due before. Null when another change was
   * faster.
   */
  async function writeUnlessRefused(
    asking: Asking,
    whose: Whose,
    version: number,
    { passed, acted, question }: { passed: Move; acted: Move; question: Question | null },
  ): Promise<Move | null> {
    if (!acted.isChange) return acted;
    const outcome = await write(asking, whose, version, acted, question);
    if (outcome === 'saved') return acted;
    const [found] = outcome === 'outrun' ? [] : outcome;
    if (!found) return null;
    const { settings } = asking.organization;
    const problem = problemOf(found, { settings, timeZone: asking.principal.timeZone, now: acted.at });
    const refused = { ...passed, refusal: refusalOfProblem(problem) };
    if (!passed.isChange) return refused;
    return (await write(asking, whose, version, passed, null)) === 'saved' ? refused : null;
  }

  function write(
    { db, organization }: Pick<Asking, 'db' | 'organization'>,
    whose: Whose,
    version: number,
    done: Move,
    question: Question | null,
  ): Promise<SaveOutcome> {
    const { record, auditRows, at } = done;
    const deadline = nextDeadline(record.tracking, rulesOf(organization.settings));
    const booked = bookedRow(workLogs, organization, whose.personId, done);
    return save(db, whose, { version, record, deadline, auditRows, bookedRow: booked, now: at, question });
  }

  async function current(asking: Asking): Promise<Shown> {
    const { db, organization, principal } = asking;
    const at = now();
    const whose = { organizationId: organization.id, personId: principal.id };
    const view = await readView(db, whose, {
      day: dayIn(principal.timeZone, at),
      look: organization.azureDevOps,
    });
    const due = view && nextDeadline(view.record.tracking, rulesOf(organization.settings));
    if (view && (due === null || due > at)) return { view, now: at, notice: null };
    return act(asking, undefined, () => ({ type: 'clock' }));
  }

  return {
    current,

    start: (asking, wish, deviceId) =>
      act(asking, namesNothing(wish) ? undefined : wish.tfsId || null, ({ record }) => {
        const selected = namesNothing(wish) ? shownDetails(record.tracking) : null;
        const details = selected ?? detailsOf(wish, asking);
        const refusal = refusalOf(withType(details, asking), asking);
        if (refusal) return { refusal };
        const timeZoneMinutes = wish.timeZone ?? offsetMinutes(asking.principal.timeZone, now());
        return { type: 'start', workLogId: uuid(), details, timeZoneMinutes, deviceId: deviceId ?? null };
      }),

    stop: (asking, reason) => act(asking, undefined, () => ({ type: 'stop', reason })),

    adjust: (asking, wish) =>
      act(asking, wish.tfsId === undefined ? undefined : wish.tfsId || null, () => {
        const changes = changesOf(wish);
        const refusal = refusalOf(changes, asking);
        return refusal ? { refusal } : { type: 'adjust', changes };
      }),

    select: (asking, wish) =>
      act(asking, wish.tfsId || null, () => {
        const details = detailsOf(wish, asking);
        const refusal = refusalOf(changesOf(wish), asking);
        return refusal ? { refusal } : { type: 'select', details };
      }),

    answerActivityCheck: (asking) => act(asking, undefined, () => ({ type: 'activityCheckAnswered' })),
    postponeIdleCheck: (asking, until) =>
      act(asking, undefined, () => ({ type: 'idleCheckPostponed', until })),
    ping: (asking, deviceId) => act(asking, undefined, () => ({ type: 'ping', deviceId })),

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
      const settings = rulesOf(organization.settings);
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
        await write({ db, organization }, whose, due.version, passed, null);
      });
    },
  };
}
