import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conflict } from '../changes/change.ts';
import { daysOf } from '../history/days.ts';
import { knownWorklogs } from '../history/worklogs.ts';
import { about, createWorld, type World } from '../testing/world.ts';

/** What can happen, as the issue lists it; seconds where there are any. */
type Happening =
  | {
      readonly kind:
        | 'start'
        | 'stop'
        | 'lock'
        | 'unlock'
        | 'offline'
        | 'online'
        | 'losesAnswers'
        | 'elsewhere'
        | 'refuses'
        | 'decide';
    }
  | { readonly kind: 'work' | 'idle' | 'sleep' | 'setBack'; readonly seconds: number }
  | { readonly kind: 'answer'; readonly answer: 'keep' | 'discard' | 'split' | 'book' }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'kill'; readonly share: number };

const seconds = (most: number) => fc.integer({ min: 5, max: most });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Happening>({ kind: 'start' }, { kind: 'stop' }) },
  { weight: 4, arbitrary: seconds(4000).map((each) => ({ kind: 'work', seconds: each }) as const) },
  { weight: 2, arbitrary: seconds(4000).map((each) => ({ kind: 'idle', seconds: each }) as const) },
  // Long enough to pass midnight and the night in which clocks go forward.
  { weight: 1, arbitrary: seconds(30_000).map((each) => ({ kind: 'sleep', seconds: each }) as const) },
  { weight: 1, arbitrary: seconds(5000).map((each) => ({ kind: 'setBack', seconds: each }) as const) },
  { weight: 1, arbitrary: fc.constantFrom<Happening>({ kind: 'lock' }, { kind: 'unlock' }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Happening>({ kind: 'offline' }, { kind: 'online' }, { kind: 'losesAnswers' }),
  },
  { weight: 1, arbitrary: fc.constant<Happening>({ kind: 'elsewhere' }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('keep', 'discard', 'split', 'book')
      .map((answer) => ({ kind: 'answer', answer }) as const),
  },
  { weight: 2, arbitrary: fc.constantFrom<Happening>({ kind: 'refuses' }, { kind: 'decide' }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Auckland')
      .map((zone) => ({ kind: 'zone', zone }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => ({ kind: 'kill', share }) as const),
  },
);

/** What every second of the test was spent on, as the person sees it: one name at a time, or nothing. */
interface Spent {
  name: string;
  from: number;
  until: number;
}

test.each([false, true])(
  'no second is counted twice or lost, whatever happens (stops on lock: %s)',
  async (stopsOnLock) => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 30 }), async (happenings) => {
        const world = await createWorld({ stopsOnLock });
        const spent = await live(world, happenings);
        expectBooked(world, spent);
        expect([...world.server.effects.values()].every((count) => count === 1)).toBe(true);
      }),
      { numRuns: Number(process.env['STINT_MODEL_RUNS'] ?? 120) },
    );
  },
  120_000,
);

/** Lives through everything, then goes on line, stops and lets all be sent. The person always answers questions by hand. */
async function live(world: World, happenings: readonly Happening[]): Promise<Spent[]> {
  const spent: Spent[] = [];
  let names = 0;
  const shownRun = () => world.organization().state().run;
  const end = (until: number) => {
    const last = spent.at(-1);
    if (last && last.until === Number.POSITIVE_INFINITY) last.until = Math.max(last.from, until);
  };
  const begin = (name: string, from: number) => spent.push({ name, from, until: Number.POSITIVE_INFINITY });

  /** Cuts an absence out of what the person sees as running, as its answer says. */
  const settleAbsence = (from: number, until: number, answer: string) => {
    const running = spent.at(-1);
    if (!running || answer === 'keep') return;
    end(from);
    if (answer !== 'discard')
      spent.push({ name: answer === 'book' ? 'elsewhere-booked' : running.name, from, until });
    begin(running.name, until);
  };
  const ignore = () => {
    const { presence } = world.organization().state();
    if (presence.kind === 'asked') settleAbsence(presence.from, presence.until, 'discard');
  };
  const answer = async (kind: 'keep' | 'discard' | 'split' | 'book') => {
    const { presence } = world.organization().state();
    if (presence.kind !== 'asked') return;
    settleAbsence(presence.from, presence.until, kind);
    await world
      .organization()
      .answerIdle(kind === 'book' ? { kind, subject: about('elsewhere-booked') } : { kind });
  };

  /** A track whose start the server refuses ends then, and waits as a booking for the person's decision. */
  const noticeRefusal = () => {
    const last = spent.at(-1);
    if (shownRun() !== null || last?.until !== Number.POSITIVE_INFINITY) return;
    const isOfLast = ({ change }: Conflict) =>
      change.kind === 'book' && change.subject.comment === last.name && change.startedAt >= last.from;
    const refused = world.organization().state().conflicts.findLast(isOfLast);
    // One that was refused at once has not run.
    end(
      refused?.change.kind === 'book' ? refused.change.startedAt + refused.change.length * 1000 : last.from,
    );
  };
  /** The server takes everything again, and the person wants all that it refused. */
  const decide = async () => {
    world.server.refuses = () => null;
    for (const { change } of world.organization().state().conflicts)
      await world.organization().resolve(change.id, 'mine');
  };

  for (const each of happenings) {
    noticeRefusal();
    switch (each.kind) {
      case 'start': {
        ignore();
        end(world.time());
        names += 1;
        begin(`track ${names}`, world.time());
        await world.organization().act({ kind: 'start', subject: about(`track ${names}`) });
        break;
      }
      case 'stop':
        if (shownRun() === null) break;
        ignore();
        end(world.time());
        await world.organization().act({ kind: 'stop' });
        break;
      case 'work':
        await answer('discard');
        await world.pass(each.seconds);
        break;
      case 'idle':
        await answer('discard');
        await world.pass(each.seconds, { isUsed: false });
        await world.touch();
        break;
      case 'sleep':
        await answer('discard');
        if (stopsItself(world)) end(world.time());
        await world.sleep(each.seconds);
        await world.touch();
        break;
      case 'lock':
        await answer('discard');
        if (stopsItself(world)) end(world.time());
        await world.lock();
        break;
      case 'unlock':
        await world.unlock();
        break;
      case 'setBack':
        world.setClockBack(each.seconds);
        break;
      case 'answer':
        await answer(each.answer);
        break;
      case 'kill':
        await world.kill(each.share);
        break;
      case 'refuses':
        world.server.refuses = (path) =>
          /workLogs|startTracking/.test(path) ? { code: 'ApprovalStateFailed', status: 422 } : null;
        break;
      case 'decide':
        await decide();
        break;
      case 'zone':
        world.server.zone = each.zone;
        break;
      case 'offline':
        world.server.mode = 'down';
        break;
      case 'online':
      case 'losesAnswers':
        world.server.mode = each.kind === 'online' ? 'up' : 'losesAnswers';
        break;
      default:
        // Another device is seen at once: it acts while this one is on line and has nothing to send.
        world.server.mode = 'up';
        await world.pass(120);
        noticeRefusal();
        end(world.time());
        names += 1;
        begin(`track ${names}`, world.time());
        world.server.startElsewhere(`track ${names}`);
        await world.organization().refresh();
    }
  }
  world.server.mode = 'up';
  await world.unlock();
  noticeRefusal();
  await answer('keep');
  await decide();
  await world.pass(180);
  if (shownRun() !== null) end(world.time());
  await world.organization().act({ kind: 'stop' });
  await world.pass(180);
  await world.organization().refresh();
  return spent;
}

/** Whether the app will stop the track by itself, by its own setting. */
function stopsItself(world: World): boolean {
  return world.stopsOnLock && world.organization().state().run !== null;
}

/** Every name has the seconds it was spent on, and no two worklogs share a second. */
function expectBooked(world: World, spent: readonly Spent[]): void {
  const state = world.organization().state();
  expect(state).toMatchObject({ waiting: 0, conflicts: [], run: null });
  expectShown(world);
  const worklogs = [...world.server.worklogs.values()].filter((each) => !each.isDeleted && each.length > 0);
  const names = new Set([...spent.map(({ name }) => name), ...worklogs.map(({ comment }) => comment)]);
  for (const name of names) {
    const booked = worklogs.filter(({ comment }) => comment === name);
    const total = booked.reduce((sum, { length }) => sum + length, 0);
    const parts = spent.filter((each) => each.name === name);
    const wanted = parts.reduce((sum, { from, until }) => sum + (until - from) / 1000, 0);
    // Each piece is cut to whole seconds, and a track begins up to a second after it was asked for.
    expect({
      name,
      off: Math.abs(total - wanted) <= 2 * (parts.length + booked.length) ? 0 : total - wanted,
    }).toEqual({
      name,
      off: 0,
    });
  }
  const sorted = worklogs.sort((a, b) => a.startedAt - b.startedAt);
  for (const [at, { startedAt, length }] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next) expect(next.startedAt - (startedAt + length * 1000)).toBeGreaterThanOrEqual(-1000);
  }
}

/** Whatever the zone, the days that are shown add up to everything that is booked. */
function expectShown(world: World): void {
  const { copy } = world.organization().state();
  expect(copy.zone).toBe(world.server.zone);
  const days = daysOf(knownWorklogs(copy.worklogs, new Map(), copy.zone), copy.zone);
  const shown = days.reduce((sum, { total }) => sum + total, 0);
  const booked = copy.worklogs.reduce((sum, { length }) => sum + length, 0);
  expect(shown).toBe(booked);
}
