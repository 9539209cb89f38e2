import type { CalendarServiceKind, Environment } from '../../../environment.ts';
import type { Event, Range } from '../range.ts';
import { googleAccount, googleEvents } from './google.ts';
import { createOauth, type Oauth } from './oauth.ts';
import { outlookAccount, outlookEvents } from './outlook.ts';
import { type Ask, createAsk } from './request.ts';

/** A service with calendars of accounts, where Stint is registered. */
export interface Service {
  kind: CalendarServiceKind;
  name: string;
  /** The host of its API. */
  host: string;
  oauth: Oauth;
  /** Asks the API with an access token. */
  asking(accessToken: string): Ask;
  /** What the account calls itself. */
  accountOf(ask: Ask): Promise<string>;
  events(ask: Ask, range: Range): Promise<Event[]>;
}

export type Services = ReadonlyMap<CalendarServiceKind, Service>;

const known = {
  outlook: {
    name: 'Outlook',
    // The right of that cloud's API, and a refresh token.
    scope: (apiUrl: string) => `${new URL(apiUrl).origin}/Calendars.Read offline_access`,
    parameters: { prompt: 'select_account' },
    accountOf: outlookAccount,
    events: outlookEvents,
  },
  google: {
    name: 'Google',
    scope: () => 'https://www.googleapis.com/auth/calendar.events.readonly',
    // Google gives a refresh token only to who asks so.
    parameters: { access_type: 'offline', prompt: 'consent' },
    accountOf: googleAccount,
    events: googleEvents,
  },
} as const;

export const serviceNames: Record<CalendarServiceKind, string> = {
  outlook: known.outlook.name,
  google: known.google.name,
};

/** Those that the operator has configured. */
export function createServices({ calendarServices }: Pick<Environment, 'calendarServices'>): Services {
  const services = new Map<CalendarServiceKind, Service>();
  for (const kind of ['outlook', 'google'] as const) {
    const settings = calendarServices[kind];
    if (settings === null) continue;
    const { name, scope, parameters, accountOf, events } = known[kind];
    const { apiUrl } = settings;
    services.set(kind, {
      kind,
      name,
      host: new URL(apiUrl).hostname,
      oauth: createOauth(settings, { name, scope: scope(apiUrl), parameters }),
      asking: (accessToken) => createAsk({ name, apiUrl }, accessToken),
      accountOf,
      events,
    });
  }
  return services;
}
