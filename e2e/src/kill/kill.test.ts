import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPostgresRunning, killPostgres, query } from './data-directory.ts';
import { type Installation, install } from './installation.ts';
import { type PatientClient, patientClient } from './patient-client.ts';
import { type Acknowledged, startTracker, startWriter, type TrackState } from './writer.ts';

const KILLS_EACH = 10;
const WRITERS = 3;
/** Requests that must be acknowledged between two kills. */
const BETWEEN_KILLS = 15;

interface BookedRow {
  comment: string;
  id: string;
}

let installation: Installation;
let administrator: PatientClient;
let member: PatientClient;

beforeAll(async () => {
  installation = await install();
  administrator = patientClient(installation.address, installation.tokens.administrator);
  member = patientClient(installation.address, installation.tokens.member);
});

afterAll(() => installation.remove());

describe('a server and a database that are killed again and again', () => {
  it('keep every acknowledged write exactly once, nothing else, and the running track', async () => {
    const { track: begun } = await startTrack();
    const written: Acknowledged = new Map();
    const tracked: Acknowledged = new Map();
    const busy = [
      ...Array.from({ length: WRITERS }, (_, number) =>
        startWriter(administrator, `writer ${number}`, written),
      ),
      startTracker(member, tracked),
    ];

    for (let kill = 0; kill < KILLS_EACH; kill += 1) {
      await atRandomMoment();
      await installation.stint().kill();
      await installation.start();
      expect((await currentTrack()).workLogId).toBe(begun.workLogId);
    }
    const brokenByServer = administrator.retries().broken;
    for (let kill = 0; kill < KILLS_EACH; kill += 1) {
      await atRandomMoment();
      killPostgres(installation.dataDirectory);
      expect((await currentTrack()).workLogId).toBe(begun.workLogId);
    }
    await atRandomMoment();
    for (const each of busy) await each.stop();

    expect(brokenByServer).toBeGreaterThan(0);
    expect(administrator.retries().unavailable).toBeGreaterThan(0);
    expect(await booked('admin@stint.local')).toEqual(sorted(written));
    expect(await booked('member@stint.local')).toEqual(sorted(tracked));
    expect(await auditedCreations()).toEqual([...written.values(), ...tracked.values()].toSorted());
    expect(await auditedStarts()).toBe(tracked.size + 1);
    expect(await currentTrack()).toMatchObject({
      trackingState: 'tracking',
      currentTrackStartedDateTime: begun.currentTrackStartedDateTime,
      workLogId: begun.workLogId,
    });
  }, 170_000);

  it('stop the database with the server when it is asked to end', async () => {
    expect(isPostgresRunning(installation.dataDirectory)).toBe(true);
    expect(await installation.stint().stop()).toBe(0);
    expect(isPostgresRunning(installation.dataDirectory)).toBe(false);
    await installation.start();
    expect((await currentTrack()).trackingState).toBe('tracking');
  });
});

function startTrack(): Promise<TrackState> {
  const body = { timeZone: 60, tfsId: 9, remark: 'all along', activityTypeId: '' };
  return administrator.ask({ method: 'POST', path: '/api/tracking/client/startTracking', body });
}

async function currentTrack(): Promise<TrackState['track']> {
  const state = await administrator.ask<TrackState>({ method: 'GET', path: '/api/tracking/client/current' });
  return state.track;
}

/** Waits until requests are acknowledged again, and then for a moment that no request knows of. */
async function atRandomMoment(): Promise<void> {
  const before = administrator.acknowledged();
  const beforeMember = member.acknowledged();
  while (administrator.acknowledged() < before + BETWEEN_KILLS || member.acknowledged() === beforeMember) {
    await sleep(5);
  }
  await sleep(Math.random() * 50);
}

function sorted(acknowledged: Acknowledged): BookedRow[] {
  const rows = [...acknowledged].map(([comment, id]) => ({ comment, id }));
  return rows.toSorted((one, other) => (one.comment < other.comment ? -1 : 1));
}

function booked(email: string): Promise<BookedRow[]> {
  return query(
    installation.dataDirectory,
    `select w.comment, w.id from work_log w join person p on p.id = w.person_id
     where p.email = $1 and w.deleted_at is null order by w.comment collate "C"`,
    [email],
  );
}

/** Ids of worklogs by the audit rows of their creation, one for each. */
async function auditedCreations(): Promise<string[]> {
  const rows = await query<{ id: string }>(
    installation.dataDirectory,
    `select entity_id as id from audit_log where entity = 'worklog' and action = 'create' order by entity_id`,
  );
  return rows.map(({ id }) => id);
}

async function auditedStarts(): Promise<number | undefined> {
  const sql = `select count(*)::int as count from audit_log where entity = 'track' and action = 'start'`;
  return (await query<{ count: number }>(installation.dataDirectory, sql))[0]?.count;
}
