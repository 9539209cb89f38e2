import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGroups } from './grouped.ts';

/** Groups whose runs end when the test says so. */
function handGroups(groupsAtOnce = 1, size = 10) {
  const runs: { jobs: readonly string[]; end: () => void; fail: (reason: Error) => void }[] = [];
  const add = createGroups<string, string>({
    groupsAtOnce,
    size,
    keysOf: (job) => job.split(':').slice(0, 1),
    run: (jobs) =>
      new Promise((resolve, reject) => {
        runs.push({ jobs, end: () => resolve(jobs.map((job) => `done ${job}`)), fail: reject });
      }),
  });
  return { add, runs, jobs: () => runs.map((run) => run.jobs) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a job that comes alone goes at once; those that come meanwhile go together', async () => {
  const { add, runs, jobs } = handGroups();
  const results = ['a', 'b', 'c'].map(add);
  expect(jobs()).toEqual([['a']]);
  runs[0]?.end();
  await settled();
  expect(jobs()).toEqual([['a'], ['b', 'c']]);
  runs[1]?.end();
  expect(await Promise.all(results)).toEqual(['done a', 'done b', 'done c']);
});

test('no group is larger than its size, and no more are under way than may be', async () => {
  const { add, runs, jobs } = handGroups(2, 2);
  const results = ['a', 'b', 'c', 'd', 'e'].map(add);
  expect(jobs()).toEqual([['a'], ['b']]);
  runs[1]?.end();
  await settled();
  expect(jobs()).toEqual([['a'], ['b'], ['c', 'd']]);
  runs[0]?.end();
  await settled();
  expect(jobs().at(-1)).toEqual(['e']);
  for (const run of runs) run.end();
  await Promise.all(results);
});

test('jobs that share a key go one after the other, in their order', async () => {
  const { add, runs, jobs } = handGroups(2);
  const results = ['a:1', 'a:2', 'b:1', 'a:3'].map(add);
  expect(jobs()).toEqual([['a:1'], ['b:1']]);
  for (const next of ['a:2', 'a:3']) {
    runs.at(next === 'a:2' ? 0 : -1)?.end();
    await settled();
    expect(jobs().at(-1)).toEqual([next]);
  }
  for (const run of runs) run.end();
  await Promise.all(results);
});

test('when a group fails, each of its jobs is run alone, and fails alone', async () => {
  const { add, runs, jobs } = handGroups();
  const results = ['a', 'b', 'c'].map(add);
  const told = Promise.allSettled(results);
  runs[0]?.end();
  await settled();
  runs[1]?.fail(new Error('together'));
  await settled();
  expect(jobs().slice(2)).toEqual([['b'], ['c']]);
  runs[2]?.fail(new Error('b alone'));
  runs[3]?.end();
  expect((await told).map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    'done a',
    'Error: b alone',
    'done c',
  ]);
});

test('whatever comes and fails, each job is answered once, and none at the same time as one of its key', async () => {
  const job = fc.record({ key: fc.nat(3), isBad: fc.boolean(), delay: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(job, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), async (jobs, most) => {
      const underWay = new Set<number>();
      const add = createGroups<(typeof jobs)[number], object>({
        groupsAtOnce: most,
        size: most + 1,
        keysOf: ({ key }) => [String(key)],
        run: async (group) => {
          for (const { key } of group) {
            expect(underWay).not.toContain(key);
            underWay.add(key);
          }
          await settled();
          for (const { key } of group) underWay.delete(key);
          if (group.some(({ isBad }) => isBad)) throw new Error('bad');
          return group;
        },
      });
      const answers = await Promise.allSettled(
        jobs.map(async (one) => {
          for (let turn = 0; turn < one.delay; turn += 1) await settled();
          return add(one);
        }),
      );
      expect(answers.map(({ status }) => status)).toEqual(
        jobs.map(({ isBad }) => (isBad ? 'rejected' : 'fulfilled')),
      );
      for (const [index, answer] of answers.entries())
        if (answer.status === 'fulfilled') expect(answer.value).toBe(jobs[index]);
    }),
    { numRuns: 100 },
  );
});
