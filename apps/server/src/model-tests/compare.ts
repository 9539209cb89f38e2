import { expect } from 'vitest';
import { liveEntries, type Model, NOT_SET, type Owner, OWNERS, weekOf } from './model.ts';
import type { Real } from './real.ts';
import { lockOf } from './rules.ts';
import { textOf } from './time.ts';

interface ListedWorkLog {
  id: string;
  timestamp: string;
  length: number;
  workItemId: number | null;
  comment: string;
  activityType: { id: string };
  user: { id: string };
}

interface ListedWeek {
  weekStartDate: string;
  approvalState: number;
  lock?: string | null;
  trackedLength: number;
  user: { id: string };
}

/** From before the oldest entry to after the newest one. */
const RANGE = '$fromTimestamp=2025-11-24&$toTimestamp=2026-03-29';

/** Checks that every list of the server says what the model says, and that their totals are the same. */
export async function compare(model: Model, real: Real): Promise<void> {
  const ids = OWNERS.map((owner) => real.people[owner].id).join(',');
  const all = await real.rows<ListedWorkLog>('administrator', `rest/workLogs/all?$userIds=${ids}`);
  const decided = await real.rows<ListedWeek>('manager', `rest/timeApproval/all?${RANGE}`);
  for (const owner of OWNERS) {
    const { id } = real.people[owner];
    const own = await real.rows<ListedWorkLog>(owner, 'rest/workLogs?');
    expect(own.map(shown).toSorted(byId)).toEqual(expectedEntries(model, real, owner));
    expect(all.filter(({ user }) => user.id === id)).toEqual(own);
    const times = own.map(({ timestamp }) => timestamp);
    expect(times).toEqual(times.toSorted().toReversed());
    const weeks = await weeksOf(real, owner);
    checkWeeks(model, owner, weeks);
    expect(weeks.reduce((sum, { trackedLength }) => sum + trackedLength, 0)).toBe(totalOf(own));
    checkDecided(
      weeks,
      decided.filter(({ user }) => user.id === id),
    );
    await checkTrack(model, real, owner);
  }
}

function totalOf(workLogs: readonly ListedWorkLog[]): number {
  return workLogs.reduce((sum, { length }) => sum + length, 0);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function shown({ id, timestamp, length, workItemId, comment, activityType, user }: ListedWorkLog) {
  return { id, timestamp, length, workItemId, comment, type: activityType.id, userId: user.id };
}

function expectedEntries(model: Model, real: Real, owner: Owner): ReturnType<typeof shown>[] {
  return liveEntries(model, owner)
    .map(({ id, start, seconds, item, comment, type }) => ({
      id,
      timestamp: textOf(start),
      length: seconds,
      workItemId: item,
      comment,
      type,
      userId: real.people[owner].id,
    }))
    .toSorted(byId);
}

async function weeksOf(real: Real, owner: Owner): Promise<ListedWeek[]> {
  const { status, body } = await real.ask(
    'administrator',
    'GET',
    `rest/timeApproval/weeks?${RANGE}&$userId=${real.people[owner].id}`,
  );
  expect(status).toBe(200);
  return body['data'] as unknown as ListedWeek[];
}

/** Each week's state, lock and total. */
function checkWeeks(model: Model, owner: Owner, weeks: readonly ListedWeek[]): void {
  const told = weeks.map(({ weekStartDate, approvalState, lock, trackedLength }) => {
    return { weekStartDate, approvalState, lock, trackedLength };
  });
  const foretold = weeks.map(({ weekStartDate }) => {
    const monday = Date.parse(`${weekStartDate}Z`);
    const inWeek = liveEntries(model, owner).filter(
      ({ start }) => start >= monday && start < monday + 7 * 86_400_000,
    );
    return {
      weekStartDate,
      approvalState: weekOf(model, owner, monday).state,
      lock: lockOf(model, owner, monday),
      trackedLength: inWeek.reduce((sum, { seconds }) => sum + seconds, 0),
    };
  });
  expect(told).toEqual(foretold);
  for (const key of model.weeks.keys()) {
    const [whose, monday] = key.split(' ').map(Number);
    if (whose === owner) expect(told.map((week) => week.weekStartDate)).toContain(textOf(monday ?? 0));
  }
}

/** The documented list has the same states, and no row for a week in progress (api.md 3.4). */
function checkDecided(weeks: readonly ListedWeek[], decided: readonly ListedWeek[]): void {
  const states = (rows: readonly ListedWeek[]) =>
    rows
      .filter(({ approvalState }) => approvalState !== 0)
      .map(({ weekStartDate, approvalState }) => `${weekStartDate} ${approvalState}`)
      .toSorted();
  expect(decided.map(({ approvalState }) => approvalState)).not.toContain(0);
  expect(states(decided)).toEqual(states(weeks));
}

async function checkTrack(model: Model, real: Real, owner: Owner): Promise<void> {
  const { body } = await real.ask(owner, 'GET', 'tracking/client/current');
  const track = body['track'] as unknown as Record<string, unknown>;
  const run = model.runs[owner];
  expect(track['trackingState'] === 'tracking').toBe(run !== null);
  if (run === null) return;
  const { tfsId, remark, activityTypeId, currentTrackStartedDateTime } = track;
  expect({
    tfsId,
    remark,
    type: activityTypeId,
    started: String(currentTrackStartedDateTime).slice(0, 19),
  }).toEqual({
    tfsId: run.item,
    remark: run.comment,
    type: model.types.includes(run.type) ? run.type : NOT_SET,
    started: textOf(run.start),
  });
}
