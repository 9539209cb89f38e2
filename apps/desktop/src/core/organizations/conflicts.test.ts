import { expect, test } from 'vitest';
import { withPending } from '../history/worklogs.ts';
import { about, BEGIN, createWorld } from '../testing/world.ts';

const lengths = (world: Awaited<ReturnType<typeof createWorld>>) =>
  [...world.server.worklogs.values()]
    .filter((each) => !each.isDeleted)
    .map(({ comment, startedAt, length }) => [comment, (startedAt - BEGIN) / 1000, length]);

test('a refused booking waits as a conflict until the person decides', async () => {
  const world = await createWorld();
  const subject = about('a');
  const command = { kind: 'book', timestamp: '2026-03-02T09:00:00', length: 3600, subject } as const;
  world.server.refuses = () => ({ code: 'ApprovalStateFailed', status: 422 });
  await world.organization().act(command);
  await world.organization().act({ ...command, subject: about('b') });
  await world.settle();
  const { conflicts } = world.organization().state();
  expect(conflicts.map(({ reason }) => reason)).toMatchObject([
    { code: 'ApprovalStateFailed' },
    { code: 'ApprovalStateFailed' },
  ]);
  world.server.refuses = () => null;
  const [first, second] = conflicts;
  await world.organization().resolve(first?.change.id ?? '', 'mine');
  await world.organization().resolve(second?.change.id ?? '', 'theirs');
  await world.settle();
  expect(world.organization().state().conflicts).toEqual([]);
  expect(lengths(world).map(([comment]) => comment)).toEqual(['a']);
});

test('a track that the server refuses is a booking to decide about, as long as it was shown', async () => {
  const world = await createWorld();
  world.server.mode = 'down';
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.pass(600);
  world.server.refuses = () => ({ code: 'DbValidationError', status: 409 });
  world.server.mode = 'up';
  await world.pass(60);
  const { run, conflicts } = world.organization().state();
  expect(run).toBeNull();
  expect(conflicts[0]?.change).toMatchObject({ kind: 'book', startedAt: BEGIN });
});

test('an edit keeps what others changed beside it, and is a conflict where both changed the same', async () => {
  const world = await createWorld();
  await world
    .organization()
    .act({ kind: 'book', timestamp: '2026-03-02T09:00:00', length: 3600, subject: about('a') });
  await world.settle();
  const [worklog] = world.server.worklogs.values();
  const before = {
    timestamp: '2026-03-02T09:00:00',
    length: 3600,
    workItemId: null,
    comment: 'a',
    activityTypeId: '00000000-0000-0000-0000-000000000000',
    isBillable: false,
  };
  if (worklog) worklog.length = 1800;
  const edit = { kind: 'edit', workLogId: worklog?.id ?? '', before } as const;
  await world.organization().act({ ...edit, after: { comment: 'mine' } });
  await world.settle();
  expect(worklog).toMatchObject({ comment: 'mine', length: 1800 });
  await world.organization().act({ ...edit, after: { length: 7200 } });
  await world.settle();
  const [conflict] = world.organization().state().conflicts;
  expect(conflict?.reason).toMatchObject({ kind: 'changedElsewhere', theirs: { length: 1800 } });
  await world.organization().resolve(conflict?.change.id ?? '', 'mine');
  await world.settle();
  expect(worklog).toMatchObject({ length: 7200 });
});

test('a revoked pairing keeps what was booked and sends it after pairing again', async () => {
  const world = await createWorld();
  world.server.mode = 'revoked';
  await world
    .organization()
    .act({ kind: 'book', timestamp: '2026-03-02T09:00:00', length: 60, subject: about('a') });
  await world.settle();
  expect(world.organization().state()).toMatchObject({ connection: { kind: 'pairAgain' }, waiting: 1 });
  world.server.mode = 'up';
  await world.kill();
  await world.settle();
  expect(lengths(world).map(([comment]) => comment)).toEqual(['a']);
});

test('of many bookings that go together, a refused one is told alone and the others are booked', async () => {
  const world = await createWorld();
  world.server.mode = 'down';
  const names = ['a', 'b', 'bad', 'c', 'd', 'e', 'f', 'g'];
  for (const [hour, name] of names.entries()) {
    const timestamp = `2026-03-02T1${hour}:00:00`;
    await world.organization().act({ kind: 'book', timestamp, length: 60, subject: about(name) });
  }
  world.server.refuses = (_, body) =>
    JSON.stringify(body).includes('"bad"') ? { code: 'ApprovalStateFailed', status: 422 } : null;
  world.server.mode = 'losesAnswers';
  await world.pass(60);
  world.server.mode = 'up';
  await world.pass(120);
  expect(world.organization().state()).toMatchObject({
    waiting: 0,
    conflicts: [{ change: { subject: { comment: 'bad' } } }],
  });
  expect(lengths(world).map(([comment]) => comment)).toEqual(names.filter((name) => name !== 'bad'));
  expect([...world.server.effects.values()].every((count) => count === 1)).toBe(true);
});

test('whoever is there confirms with one question at a time, and again when the server did not hear it', async () => {
  const world = await createWorld();
  await world.organization().act({ kind: 'start', subject: about('a') });
  await world.settle();
  world.server.checksWithin = 60;
  await world.organization().refresh();
  world.server.mode = 'down';
  await expect(world.organization().confirmActivity()).rejects.toThrow();
  world.server.mode = 'up';
  const asked = world.server.order.length;
  await Promise.all([1, 2, 3].map(() => world.organization().confirmActivity()));
  expect(world.server.order.slice(asked)).toEqual(['POST /api/tracking/client/activityCheck ']);
  expect(world.organization().state().copy.track?.answerBy).toBeNull();
});

test.each(['losesAnswers', 'down'] as const)(
  'a track that was stopped and edited before the server told of its start is the one that is edited (%s)',
  async (mode) => {
    const world = await createWorld();
    world.server.mode = mode;
    await world.organization().act({ kind: 'start', subject: about('a') });
    await world.pass(60);
    world.server.mode = 'down';
    await world.pass(60);
    await world.organization().act({ kind: 'stop' });
    const { copy, pending } = world.organization().state();
    const [shown] = withPending([], pending, copy.zone);
    if (!shown) throw new Error('nothing is shown');
    const edit = { workLogId: shown.id, before: shown.fields, after: { comment: 'b' } };
    await world.organization().act({ kind: 'edit', ...edit });
    world.server.mode = 'up';
    await world.pass(120);
    expect(world.organization().state()).toMatchObject({ waiting: 0, conflicts: [] });
    expect(lengths(world)).toEqual([['b', 0, 120]]);
  },
);

test('a refused booking that is changed is booked once, as it was changed', async () => {
  const world = await createWorld();
  const command = { kind: 'book', timestamp: '2026-03-02T09:00:00', length: 60 } as const;
  world.server.refuses = () => ({ code: 'ApprovalStateFailed', status: 422 });
  await world.organization().act({ ...command, subject: about('a') });
  await world.settle();
  world.server.refuses = () => null;
  const [conflict] = world.organization().state().conflicts;
  await world.organization().act({ ...command, subject: about('b') });
  await world.organization().resolve(conflict?.change.id ?? '', 'theirs');
  await world.settle();
  expect(world.organization().state()).toMatchObject({ waiting: 0, conflicts: [] });
  expect(lengths(world).map(([comment]) => comment)).toEqual(['b']);
});

test.each([false, true])(
  'a track of another device ends where one that ran here without a connection began (refused at first: %s)',
  async (isRefused) => {
    const world = await createWorld();
    world.server.mode = 'down';
    await world.pass(100);
    world.server.startElsewhere('b');
    await world.pass(100);
    await world.organization().act({ kind: 'start', subject: about('a') });
    await world.pass(300);
    await world.organization().act({ kind: 'stop' });
    if (isRefused)
      world.server.refuses = (path) =>
        path.endsWith('workLogs') ? { code: 'ApprovalStateFailed', status: 422 } : null;
    world.server.mode = 'up';
    await world.pass(200);
    world.server.refuses = () => null;
    const [conflict] = world.organization().state().conflicts;
    if (conflict) await world.organization().resolve(conflict.change.id, 'mine');
    await world.pass(60);
    expect(lengths(world).toSorted((one, other) => String(one).localeCompare(String(other)))).toEqual([
      ['a', 200, 300],
      ['b', 100, 100],
    ]);
    expect(world.organization().state()).toMatchObject({ waiting: 0, conflicts: [], run: null });
  },
);
