import { calls, type QueryOf } from '@stint/contract';
import { addDays, daysBetween, type Weekday, weekStart } from '@stint/domain';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { readDay, todayIn } from '../../http/days.ts';
import { Refusal } from '../../refusal.ts';
import { createVault } from '../../vault/vault.ts';
import { resolveHost } from '../../outbound/guard.ts';
import { createAccounts } from './accounts/accounts.ts';
import { accountRoutes, startOf } from './accounts/routes.ts';
import { createServices } from './accounts/services.ts';
import type { Range } from './range.ts';
import { createReader } from './reader.ts';
import { type Calendars, createCalendars } from './service.ts';

const MOST_DAYS = 62;

/** The calls under /calendar; answers what other features need of it. */
export function calendars(dependencies: Dependencies): Pick<Calendars, 'leave'> {
  const { router, environment, clock, log } = dependencies;
  const reach = { resolve: resolveHost, allowInside: environment.webhookPrivateAddresses };
  const read = createReader(reach, clock);
  const vault = createVault(environment);
  const services = createServices(environment);
  const accounts = createAccounts({ services, vault, clock, log });
  const service = createCalendars({ ...reach, vault, read, accounts });
  accountRoutes(dependencies, services, service);
  router.handle(calls.listCalendarServices, async () =>
    [...services.values()].map(({ kind, name }) => ({ kind, name, url: startOf(kind) })),
  );
  router.handle(calls.listCalendarSources, (asked) => service.list(asked));
  router.handle(calls.addCalendarSource, (asked) => service.add(asked, asked.body));
  router.handle(calls.changeCalendarSource, (asked) => service.change(asked, asked.params.id, asked.body));
  router.handle(calls.deleteCalendarSource, async (asked) => {
    await service.remove(asked, asked.params.id);
    return null;
  });
  router.handle(calls.listCalendarEvents, (asked) =>
    service.events(asked, rangeOf(asked, asked.query, clock())),
  );
  return service;
}

function rangeOf(
  { organization, principal }: Pick<Asked, 'organization' | 'principal'>,
  { $from, $to }: QueryOf<typeof calls.listCalendarEvents>,
  now: number,
): Range {
  const { timeZone: zone } = principal;
  const read = (name: string, text: string | undefined) =>
    text === undefined ? null : readDay(name, text, zone, 'option');
  const firstDay = organization.settings.firstDayOfWeek as Weekday;
  const from = read('$from', $from) ?? weekStart(read('$to', $to) ?? todayIn(zone, now), firstDay);
  const to = read('$to', $to) ?? addDays(from, 6);
  const days = daysBetween(from, to) + 1;
  if (days >= 1 && days <= MOST_DAYS) return { from, to, zone };
  throw new Refusal(
    'ApiVersionError',
    `$from and $to: ${from} to ${to} must be at least a day and at most ${MOST_DAYS} days.`,
  );
}
