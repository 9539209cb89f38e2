import { boundsOf, type Event, inOrder, isWithin, MOST_EVENTS, MOST_PAGES, type Range } from '../range.ts';
import { dateOf, eventOf, instantOf, type When } from './event.ts';
import { type Ask, type JsonObject, objectOf, objectsOf, textOf } from './request.ts';

const DAY = 86_400_000;
const EVENTS = 'calendars/primary/events';
const FIELDS =
  'nextPageToken,items(id,status,summary,location,start,end,transparency,eventType,attendees(self,responseStatus))';

/** The account's address, which is the title of its main calendar; events may be read with the least right, calendars not. */
export async function googleAccount(ask: Ask): Promise<string> {
  return textOf((await ask(`${EVENTS}?maxResults=1&fields=summary`))['summary']);
}

/**
 * The events of the account's main calendar (Google Calendar API, `events.list`), which Google repeats itself: without those that are
 * cancelled, that the person has declined, or that only say where the person works.
 */
export async function googleEvents(ask: Ask, range: Range): Promise<Event[]> {
  const bounds = boundsOf(range);
  // Whole days are counted by the calendar's zone, so that a day more is asked for on both sides.
  const query = new URLSearchParams({
    timeMin: new Date(bounds.from - DAY).toISOString(),
    timeMax: new Date(bounds.until + DAY).toISOString(),
    timeZone: range.zone,
    singleEvents: 'true',
    orderBy: 'startTime',
    maxResults: '250',
    maxAttendees: '1',
    fields: FIELDS,
  });
  const found: Event[] = [];
  let next: string | null = '';
  for (let page = 1; next !== null && page <= MOST_PAGES && found.length < MOST_EVENTS; page += 1) {
    if (next !== '') query.set('pageToken', next);
    const answer: JsonObject = await ask(`${EVENTS}?${query.toString()}`);
    const events = objectsOf(answer['items']).flatMap((each) => read(each, range));
    found.push(...events.filter((event) => isWithin(event, bounds, range.zone)));
    next = textOf(answer['nextPageToken']) || null;
  }
  return inOrder(found);
}

function read(item: JsonObject, range: Range): Event[] {
  const isDeclined = objectsOf(item['attendees']).some(
    ({ self, responseStatus }) => self === true && responseStatus === 'declined',
  );
  const when = whenOf(objectOf(item['start']) ?? {}, objectOf(item['end']) ?? {});
  const isNone = item['status'] === 'cancelled' || item['eventType'] === 'workingLocation';
  if (isNone || isDeclined || when === null) return [];
  const told = {
    id: textOf(item['id']),
    title: textOf(item['summary']),
    location: textOf(item['location']),
    when,
    isBusy: item['transparency'] !== 'transparent',
  };
  return [eventOf(told, range)];
}

/** `{date}` for whole days, else `{dateTime}` with its offset. */
function whenOf(first: JsonObject, last: JsonObject): When | null {
  const [from, to] = [dateOf(textOf(first['date'])), dateOf(textOf(last['date']))];
  if (from !== null && to !== null) return { from, to };
  const [start, end] = [instantOf(textOf(first['dateTime'])), instantOf(textOf(last['dateTime']))];
  return start !== null && end !== null ? { start, end } : null;
}
