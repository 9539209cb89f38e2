import { describe, expect, test } from 'vitest';
import type { Range } from '../range.ts';
import { googleEvents } from './google.ts';
import { outlookEvents } from './outlook.ts';
import type { JsonObject } from './request.ts';

/** The days around the end of summer time in Berlin. */
const RANGE = { from: '2026-10-24', to: '2026-10-26', zone: 'Europe/Berlin' } as Range;

const outlook = (...value: JsonObject[]) => outlookEvents(async () => ({ value }), RANGE);
const google = (...items: JsonObject[]) => googleEvents(async () => ({ items }), RANGE);

/** An event at Outlook from one time of UTC to another. */
const atOutlook = (start: string, end: string, more: object = {}): JsonObject => ({
  id: 'x',
  start: { dateTime: `${start}.0000000`, timeZone: 'UTC' },
  end: { dateTime: `${end}.0000000`, timeZone: 'UTC' },
  ...more,
});
const atGoogle = (start: object, end: object, more: object = {}): JsonObject => ({
  id: 'x',
  start,
  end,
  ...more,
});

describe('events of an account', () => {
  test('are told by the clock of who looks, and as long as they are, over the end of summer time', async () => {
    const expected = [
      { start: '2026-10-25T02:30:00', end: '2026-10-25T02:30:00', length: 3600, isAllDay: false },
    ];
    expect(await outlook(atOutlook('2026-10-25T00:30:00', '2026-10-25T01:30:00'))).toMatchObject(expected);
    const [start, end] = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'];
    expect(await google(atGoogle({ dateTime: start }, { dateTime: end }))).toMatchObject(expected);
  });

  test('of whole days are on those days, 25 hours long where the clock is put back', async () => {
    const expected = [
      { start: '2026-10-25T00:00:00', end: '2026-10-26T00:00:00', length: 90_000, isAllDay: true },
    ];
    // Outlook tells the midnights of the calendar's own zone, here in UTC: two hours before, then one.
    const midnights = atOutlook('2026-10-24T22:00:00', '2026-10-25T23:00:00', { isAllDay: true });
    expect(await outlook(midnights)).toMatchObject(expected);
    const plain = atOutlook('2026-10-25T00:00:00', '2026-10-26T00:00:00', { isAllDay: true });
    expect(await outlook(plain)).toMatchObject(expected);
    expect(await google(atGoogle({ date: '2026-10-25' }, { date: '2026-10-26' }))).toMatchObject(expected);
  });

  test('outside the days are left out, at both ends', async () => {
    const before = atOutlook('2026-10-23T20:00:00', '2026-10-23T22:00:00');
    const after = atOutlook('2026-10-26T23:00:00', '2026-10-27T00:00:00');
    expect(await outlook(before, after)).toEqual([]);
    const days = [
      atGoogle({ date: '2026-10-23' }, { date: '2026-10-24' }),
      atGoogle({ date: '2026-10-27' }, { date: '2026-10-28' }),
    ];
    expect(await google(...days)).toEqual([]);
  });

  test('that end before they begin have no length', async () => {
    const [event] = await outlook(atOutlook('2026-10-25T12:00:00', '2026-10-25T11:00:00'));
    expect(event).toMatchObject({ start: '2026-10-25T13:00:00', end: '2026-10-25T13:00:00', length: 0 });
    const [day] = await google(atGoogle({ date: '2026-10-26' }, { date: '2026-10-25' }));
    expect(day).toMatchObject({ start: '2026-10-26T00:00:00', end: '2026-10-27T00:00:00' });
  });

  test('that are cancelled, declined, or say only where one works are left out', async () => {
    const [from, to] = ['2026-10-25T08:00:00', '2026-10-25T09:00:00'];
    const declined = { responseStatus: { response: 'declined' } };
    expect(await outlook(atOutlook(from, to, { isCancelled: true }), atOutlook(from, to, declined))).toEqual(
      [],
    );
    const day = [{ date: '2026-10-25' }, { date: '2026-10-26' }] as const;
    const refused = { attendees: [{ self: true, responseStatus: 'declined' }] };
    const left = [{ status: 'cancelled' }, refused, { eventType: 'workingLocation' }];
    expect(await google(...left.map((each) => atGoogle(...day, each)))).toEqual([]);
    const byOthers = { attendees: [{ responseStatus: 'declined' }] };
    expect(await google(atGoogle(...day, byOthers))).toHaveLength(1);
  });

  test('say whether one is busy', async () => {
    const [from, to] = ['2026-10-25T08:00:00', '2026-10-25T09:00:00'];
    const shown = ['busy', 'tentative', 'oof', 'free', 'workingElsewhere'].map((showAs) =>
      atOutlook(from, to, { showAs }),
    );
    expect((await outlook(...shown)).map(({ isBusy }) => isBusy)).toEqual([true, true, true, false, false]);
    const day = [{ date: '2026-10-25' }, { date: '2026-10-26' }] as const;
    const [free] = await google(atGoogle(...day, { transparency: 'transparent' }));
    expect(free?.isBusy).toBe(false);
  });

  test('have a title and a place of bounded length, and no place where it is empty', async () => {
    const [from, to] = ['2026-10-25T08:00:00', '2026-10-25T09:00:00'];
    const more = { subject: 'x'.repeat(600), location: { displayName: '  ' } };
    const [event] = await outlook(atOutlook(from, to, more));
    expect([event?.title.length, event?.location]).toEqual([500, null]);
  });

  test('that cannot be read do not keep the others from being shown', async () => {
    const good = atOutlook('2026-10-25T08:00:00', '2026-10-25T09:00:00', { id: 'good' });
    const strange: JsonObject[] = [
      {},
      { start: 'today', end: null },
      atOutlook('soon', 'later'),
      { ...good, start: { dateTime: '2026-10-25T08:00:00', timeZone: 'Mars' } },
    ];
    expect((await outlook(...strange, good)).map(({ id }) => id)).toEqual(['good']);
    const day = atGoogle({ date: '2026-10-25' }, { date: '2026-10-26' }, { id: 'good' });
    const odd = [atGoogle({ date: '2026-02-31' }, { date: '2026-13-01' }), atGoogle({}, {}), { id: 'none' }];
    expect((await google(...odd, day)).map(({ id }) => id)).toEqual(['good']);
    expect(await outlookEvents(async () => ({ value: 'none' }), RANGE)).toEqual([]);
  });
});
