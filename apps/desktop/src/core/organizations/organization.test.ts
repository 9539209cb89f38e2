import { expect, test } from 'vitest';
import { DiskFullError } from '../ports.ts';
import { about, BEGIN, createWorld, IDLE_AFTER } from '../testing/world.ts';

const lengths = (world: Awaited<ReturnType<typeof createWorld>>) =>
  [...world.server.worklogs.values()]
    .filter((each) => !each.isDeleted)
    .map(({ comment, startedAt, length }) => [comment, (startedAt - BEGIN) / 1000, length]);

test('a track that is started and stopped on line becomes one worklog', async () => {
  const world = await createWorld();
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.settle();
  expect(world.organization().state().run).toMatchObject({ subject: { comment: 'a' }, startedAt: BEGIN });
  await world.pass(90);
  await world.organization().act({ kind: 'stop' });
  await world.settle();
  expect(world.organization().state()).toMatchObject({ run: null, waiting: 0 });
  expect(lengths(world)).toEqual([['a', 0, 90]]);
});

test('a whole track without a connection is one booking of exactly its time', async () => {
  const world = await createWorld();
  world.server.mode = 'down';
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(600);
  await world.organization().act({ kind: 'stop' });
  expect(world.organization().state()).toMatchObject({ run: null, waiting: 1 });
  world.server.mode = 'up';
  await world.pass(120);
  expect(lengths(world)).toEqual([['a', 0, 600]]);
});

test('a track that began without a connection goes on, and the time before is booked beside it', async () => {
  const world = await createWorld();
  world.server.mode = 'down';
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(600);
  world.server.mode = 'up';
  await world.pass(60);
  const { run } = world.organization().state();
  expect(run).toMatchObject({ workLogId: world.server.run()?.id });
  const begun = ((run?.startedAt ?? 0) - BEGIN) / 1000;
  expect(lengths(world)).toEqual([['a', 0, begun]]);
});

test('a stop without a connection counts from when it was pressed, not from when the server heard of it', async () => {
  const world = await createWorld();
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.settle();
  await world.pass(100);
  world.server.mode = 'down';
  await world.organization().act({ kind: 'stop' });
  await world.pass(4000);
  world.server.mode = 'up';
  await world.pass(120);
  expect(lengths(world)).toEqual([['a', 0, 100]]);
});

test('a late stop never stops the track that began on another device since', async () => {
  const world = await createWorld();
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.settle();
  await world.pass(100);
  world.server.mode = 'down';
  await world.pass(100);
  world.server.startElsewhere('b');
  await world.pass(100);
  await world.organization().act({ kind: 'stop' });
  world.server.mode = 'up';
  await world.pass(120);
  expect(world.server.run()).toMatchObject({ comment: 'b' });
  expect(lengths(world)).toEqual([['a', 0, 200]]);
});

test('a start that was sent late ends where another device began later, and says so', async () => {
  const world = await createWorld();
  world.server.mode = 'down';
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(100);
  world.server.startElsewhere('b');
  await world.pass(100);
  world.server.mode = 'up';
  await world.pass(60);
  expect(lengths(world)).toEqual([['a', 0, 100]]);
  expect(world.organization().state()).toMatchObject({
    run: { subject: { comment: 'b' } },
    notice: { kind: 'superseded' },
  });
});

test('an answer that is lost leads to the same effect once', async () => {
  const world = await createWorld();
  world.server.mode = 'losesAnswers';
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(30);
  world.server.mode = 'up';
  await world.pass(60);
  await world.organization().act({ kind: 'stop' });
  await world.settle();
  const total = lengths(world).reduce((sum, [, , length]) => sum + Number(length), 0);
  expect(total).toBeGreaterThanOrEqual(89);
  expect(total).toBeLessThanOrEqual(90);
  expect([...world.server.effects.values()].every((count) => count === 1)).toBe(true);
});

test('a kill after an act was saved loses nothing of it', async () => {
  const world = await createWorld();
  world.server.mode = 'down';
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(60);
  await world.kill(0);
  expect(world.organization().state().run).toMatchObject({ subject: { comment: 'a' }, startedAt: BEGIN });
  await world.organization().act({ kind: 'stop' });
  await world.kill(0);
  world.server.mode = 'up';
  await world.pass(60);
  expect(lengths(world)).toEqual([['a', 0, 60]]);
});

test('what the disk has no room for is not shown as saved', async () => {
  const world = await createWorld();
  world.folder.isFull = true;
  await expect(world.organization().act({ kind: 'start', subject: about('a') })).rejects.toThrow(
    DiskFullError,
  );
  expect(world.organization().state()).toMatchObject({ run: null, waiting: 0 });
  world.folder.isFull = false;
  await world.organization().act({ kind: 'start', subject: about('a') });
  expect(world.organization().state().run).not.toBeNull();
});

test('coming back from lunch asks; ignoring discards, and the track goes on from the return', async () => {
  const world = await createWorld();
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(1000);
  await world.pass(3000, { isUsed: false });
  await world.touch();
  expect(world.organization().state().presence).toMatchObject({
    kind: 'asked',
    from: BEGIN + 1_000_000,
    until: BEGIN + 4_000_000,
  });
  await world.pass(700);
  await world.organization().act({ kind: 'stop' });
  await world.settle();
  const total = lengths(world).reduce((sum, [, , length]) => sum + Number(length), 0);
  expect(total).toBe(1700);
});

test.each([
  ['keep', 5000, 0],
  ['discard', 2000, 0],
  ['split', 5000, 0],
  ['book', 2000, 3000],
] as const)('the answer %s', async (kind, own, other) => {
  const world = await createWorld();
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(1000);
  await world.pass(3000, { isUsed: false });
  await world.touch();
  await world.organization().answerIdle(kind === 'book' ? { kind, subject: about('lunch') } : { kind });
  await world.pass(1000);
  await world.organization().act({ kind: 'stop' });
  await world.settle();
  const of = (name: string) =>
    lengths(world).reduce((sum, [comment, , length]) => sum + (comment === name ? Number(length) : 0), 0);
  expect([of('a'), of('lunch')]).toEqual([own, other]);
});

test('a lock stops the track when the setting says so, also without a connection', async () => {
  const world = await createWorld({ stopsOnLock: true });
  world.server.mode = 'down';
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(300);
  await world.lock();
  await world.pass(3000, { isUsed: false });
  await world.unlock();
  world.server.mode = 'up';
  await world.pass(120);
  expect(lengths(world)).toEqual([['a', 0, 300]]);
});

test('sleep that nobody announced is noticed and asked about', async () => {
  const world = await createWorld();
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(100);
  await world.sleep(8 * 3600, { isTold: false });
  await world.touch();
  expect(world.organization().state().presence).toMatchObject({
    kind: 'asked',
    from: BEGIN + 100_000,
    until: BEGIN + 100_000 + 8 * 3600 * 1000,
  });
});

test('a question outlives a kill', async () => {
  const world = await createWorld();
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(100);
  await world.pass(IDLE_AFTER + 60, { isUsed: false });
  await world.touch();
  await world.kill();
  expect(world.organization().state().presence).toMatchObject({ kind: 'asked' });
});
