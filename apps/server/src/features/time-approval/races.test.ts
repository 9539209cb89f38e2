import { describe, expect, test } from 'vitest';
import { LAST_WEEK, refusal, THIS_WEEK, useWeeks, type WireAnswer } from './testing/use-weeks.ts';

const at = useWeeks();
const ROUNDS = 8;
const ADDS = 50;

const lastWeek = () => ({ userId: at.me.id, weekStart: LAST_WEEK });
const add = (index: number) => at.book(at.me, `2026-03-0${3 + (index % 4)}T09:00:00`, 60 + index);

function sumOf(answers: readonly WireAnswer[]): number {
  return answers
    .filter(({ status }) => status === 200)
    .reduce((total, { body }) => total + Number(body['data']?.['length']), 0);
}

test('time that is added while its week is submitted is in the submission, or refused', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    at.me = await at.somebody();
    const answers = [await add(0)];
    const early = Array.from({ length: (ADDS * round) / ROUNDS }, (_, index) => add(index));
    const submitted = at.submit(at.me, LAST_WEEK);
    // What the week holds as soon as its submission is answered, while others are still being added.
    const atSubmission = submitted.then(() => at.week(at.me, LAST_WEEK));
    const late = Array.from({ length: ADDS - early.length }, (_, index) => add(index));
    answers.push(...(await Promise.all([...early, ...late])), await add(0));
    expect((await submitted).status).toBe(200);
    expect([answers[0]?.status, answers.at(-1)?.status]).toEqual([200, 422]);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(refusal(answer)).toMatchObject({ status: 422, code: 'ApprovalStateFailed' });
    const later = await at.week(at.me, LAST_WEEK);
    expect(later).toMatchObject({ approvalState: 1, trackedLength: sumOf(answers) });
    expect((await atSubmission)['trackedLength']).toBe(later['trackedLength']);
  }
});

test('of a track that begins in a week and its submission at the same moment one wins', async () => {
  await at.settings({ approvalInAdvance: true });
  for (let round = 0; round < ROUNDS; round += 1) {
    at.me = await at.somebody();
    const start = () =>
      at.stint.ask(at.me, 'POST', '/api/tracking/client/startTracking', { timeZone: 60, remark: 'now' });
    const early = round % 2 ? start() : null;
    const submitting = at.submit(at.me, THIS_WEEK);
    const [started, submitted] = await Promise.all([early ?? start(), submitting]);
    const isTracking = String(started.body['track']?.['trackingState']) === 'tracking';
    expect([started.status, submitted.status]).toEqual([200, isTracking ? 422 : 200]);
  }
});

describe('approving while the person takes the week back and edits it', () => {
  test('one wins, and the other is told', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      at.me = await at.somebody();
      const { body } = await at.book(at.me, '2026-03-03T09:00:00', 3600);
      const path = `workLogs/${String(body['data']?.['id'])}`;
      await at.submit(at.me, LAST_WEEK);
      const { version } = await at.week(at.me, LAST_WEEK);
      const edit = async () => {
        const revoked = await at.revoke(at.me, LAST_WEEK);
        return [revoked, await at.ask(at.me, 'PATCH', path, { length: 7200 })] as const;
      };
      const approve = () => at.act(at.manager, 'approve', { ...lastWeek(), version });
      // Either of them sends first.
      const early = round % 2 ? null : approve();
      const editing = edit();
      const [approved, [revoked, edited]] = await Promise.all([early ?? approve(), editing]);
      const week = await at.week(at.me, LAST_WEEK);
      const managerWon = week['approvalState'] === (3 as unknown);
      expect([approved.status, revoked.status, edited.status, week['trackedLength']]).toEqual(
        managerWon ? [200, 422, 422, 3600] : [409, 200, 200, 7200],
      );
    }
  });

  test('nothing is approved that was edited and submitted again in between', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      at.me = await at.somebody();
      await at.book(at.me, '2026-03-03T09:00:00', 3600);
      await at.submit(at.me, LAST_WEEK);
      const { version } = await at.week(at.me, LAST_WEEK);
      const again = async () => {
        const revoked = await at.revoke(at.me, LAST_WEEK);
        await at.book(at.me, '2026-03-04T09:00:00', 60);
        await at.submit(at.me, LAST_WEEK);
        return revoked;
      };
      const [approved, revoked] = await Promise.all([
        at.act(at.manager, 'approve', { ...lastWeek(), version }),
        again(),
      ]);
      const week = await at.week(at.me, LAST_WEEK);
      const isApproved = approved.status === 200;
      expect(revoked.status).toBe(isApproved ? 422 : 200);
      expect(week).toMatchObject(
        isApproved ? { approvalState: 3, trackedLength: 3600 } : { approvalState: 1, trackedLength: 3660 },
      );
    }
  });
});

test('of two managers who approve and reject at the same moment exactly one wins, the other is told', async () => {
  const other = await at.somebody('Team', 'global');
  for (let round = 0; round < ROUNDS; round += 1) {
    at.me = await at.somebody();
    await at.submit(at.me, LAST_WEEK);
    const answers = await Promise.all([
      at.act(at.manager, 'approve', lastWeek()),
      at.act(other, 'reject', { ...lastWeek(), comment: 'no' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    const { approvalState } = await at.week(at.me, LAST_WEEK);
    expect(approvalState).toBe(answers[0]?.status === 200 ? 3 : 2);
  }
});

test('many managers who approve the same weeks in crossing orders approve each once', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => at.somebody()));
  for (const person of people) await at.submit(person, LAST_WEEK);
  const weeks = people.map(({ id }) => ({ userId: id, weekStart: LAST_WEEK }));
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      at.act(at.manager, 'approve', { weeks: index % 2 ? weeks : weeks.toReversed() }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const succeeded = answers.reduce((sum, { body }) => sum + Number(body['data']?.['succeeded']), 0);
  expect(succeeded).toBe(people.length);
});
