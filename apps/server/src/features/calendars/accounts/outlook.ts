import type { Instant, WallDate } from '@stint/domain';
import { boundsOf, type Event, inOrder, isWithin, MOST_EVENTS, MOST_PAGES, type Range } from '../range.ts';
import { eventOf, instantOf, type When } from './event.ts';
import { type Ask, type JsonObject, objectOf, objectsOf, textOf } from './request.ts';

const DAY = 86_400_000;
/** Times without an offset are then of UTC. */
const IN_UTC = { prefer: 'outlook.timezone="UTC"' };
const FIELDS = 'id,subject,location,start,end,isAllDay,isCancelled,responseStatus,showAs';
/** What leaves the time free to work in. */
const FREE = new Set(['free', 'workingElsewhere']);

/** The address of the account whose calendar it is (Microsoft Graph, `calendar`). */
export async function outlookAccount(ask: Ask): Promise<string> {
  const calendar = await ask('me/calendar?$select=owner,name');
  const { address, name } = objectOf(calendar['owner']) ?? {};
  return textOf(address) || textOf(name) || textOf(calendar['name']);
}

/**
 * The events of the account's main calendar (Microsoft Graph, `calendarView`), which Outlook repeats itself: without those that are
 * cancelled or that the person has declined.
 */
export async function outlookEvents(ask: Ask, range: Range): Promise<Event[]> {
  const bounds = boundsOf(range);
  // Whole days are at midnight of any zone, so that a day more is asked for on both sides.
  const query = new URLSearchParams({
    startDateTime: new Date(bounds.from - DAY).toISOString(),
    endDateTime: new Date(bounds.until + DAY).toISOString(),
    $select: FIELDS,
    $top: '250',
  });
  const found: Event[] = [];
  let next = `me/calendarView?${query.toString()}`;
  for (let page = 1; next !== '' && page <= MOST_PAGES && found.length < MOST_EVENTS; page += 1) {
    const answer = await ask(next, IN_UTC);
    const events = objectsOf(answer['value']).flatMap((each) => read(each, range));
    found.push(...events.filter((event) => isWithin(event, bounds, range.zone)));
    next = textOf(answer['@odata.nextLink']);
  }
  return inOrder(found);
}

function read(item: JsonObject, range: Range): Event[] {
  const isDeclined = textOf(objectOf(item['responseStatus'])?.['response']) === 'declined';
  const when = whenOf(item);
  if (item['isCancelled'] === true || isDeclined || when === null) return [];
  const told = {
    id: textOf(item['id']),
    title: textOf(item['subject']),
    location: textOf(objectOf(item['location'])?.['displayName']),
    when,
    isBusy: !FREE.has(textOf(item['showAs'])),
  };
  return [eventOf(told, range)];
}

function whenOf(item: JsonObject): When | null {
  const [start, end] = [utcOf(item['start']), utcOf(item['end'])];
  if (start === null || end === null) return null;
  return item['isAllDay'] === true ? { from: dayAt(start), to: dayAt(end) } : { start, end };
}

/** `2026-03-09T08:00:00.0000000` with the zone beside it, which is the one that was asked for. */
function utcOf(value: unknown): Instant | null {
  const { dateTime, timeZone } = objectOf(value) ?? {};
  return timeZone === 'UTC' ? instantOf(`${textOf(dateTime).slice(0, 23)}Z`) : null;
}

/** The day whose midnight, in whatever zone, is nearest to midnight UTC. */
function dayAt(at: number): WallDate {
  return new Date(at + DAY / 2).toISOString().slice(0, 10) as WallDate;
}
