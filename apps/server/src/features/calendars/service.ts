import type {
  CalendarEvents,
  CalendarSource,
  CalendarSourceChange,
  NewCalendarSource,
} from '@stint/contract';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { SealBrokenError } from '../../vault/seal.ts';
import type { Vault } from '../../vault/vault.ts';
import { hostOf, type Reach } from '../../outbound/guard.ts';
import { checkReachable, readUrl } from '../../outbound/url.ts';
import { readEvents } from './events.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Service } from './accounts/services.ts';
import type { Event, Range } from './range.ts';
import { CalendarFault } from './fault.ts';
import type { ReadCalendar } from './reader.ts';
import {
  findSource,
  isOfAccount,
  type Owner,
  readSources,
  removeSource,
  saveSource,
  sealOwnerOf,
  type StoredSource,
} from './store.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source' | 'principal'>;

/** Calendars of one person at most. */
const MOST_CALENDARS = 20;
const USUAL_COLOR = '0f6cbd';
/** So that calendars of several kinds can be told apart from the beginning. */
const ACCOUNT_COLORS = { outlook: '5b5fc7', google: '0e7039' } as const;
const BROKEN_SEAL =
  'what was kept cannot be opened; please enter the address again, or connect the account again';

/** The calendars of single people. EntityNotFound for those of others, DbValidationError for addresses that are not read. */
export interface Calendars {
  list(asking: Asking): Promise<CalendarSource[]>;
  add(asking: Asking, wish: NewCalendarSource): Promise<CalendarSource>;
  change(asking: Asking, id: string, wish: CalendarSourceChange): Promise<CalendarSource>;
  /** Forgets a calendar, and gives access to its account back. */
  remove(asking: Asking, id: string): Promise<void>;
  /** Keeps the calendar of an account; one that is known already works again, and stays as its owner has named it. */
  connect(asking: Asking, connected: Connected): Promise<void>;
  /**
   * Reads which accounts a person has connected, before their calendars go; what it answers gives access to them back, to be called
   * once that is so.
   */
  leave(db: Db, owner: Owner): Promise<() => Promise<void>>;
  /** What is in the calendars that are on; one that cannot be read is told among the faults. */
  events(asking: Asking, range: Range): Promise<CalendarEvents>;
}

/** An account that somebody has just allowed us to read. */
export interface Connected {
  service: Pick<Service, 'kind' | 'name' | 'host'>;
  account: string;
  refreshToken: string;
}

export interface CalendarDependencies extends Reach {
  vault: Vault;
  read: ReadCalendar;
  accounts: Pick<Accounts, 'events' | 'giveBack'>;
}

export function createCalendars({
  vault,
  read,
  accounts,
  resolve,
  allowInside,
}: CalendarDependencies): Calendars {
  const readGoodUrl = async (text: string): Promise<URL> => {
    const url = readUrl(text.trim().replace(/^webcal:/i, 'https:'));
    await checkReachable(url, { resolve, allowInside });
    return url;
  };

  const sealed = (id: string, url: URL) => ({
    host: hostOf(url),
    sealedUrl: vault.seal(sealOwnerOf({ kind: 'ical', id }), url.href),
    needsConnecting: false,
  });

  return {
    list: async (asking) => (await readSources(asking.db, ownerOf(asking))).map(shown),

    async add(asking, { name, url, color, isEnabled }) {
      const id = uuid();
      const address = sealed(id, await readGoodUrl(url));
      const content = {
        name: name.trim(),
        color: color?.toLowerCase() ?? USUAL_COLOR,
        isEnabled: isEnabled ?? true,
      };
      const source = { id, kind: 'ical', account: null } as const;
      return save(asking, { ...source, ...content, ...address }, 'create');
    },

    async change(asking, id, wish) {
      const address = wish.url === undefined ? {} : sealed(id, await readGoodUrl(wish.url));
      return inTransaction(asking.db, async (db) => {
        const before = await findSource(db, ownerOf(asking), id);
        if (!before) throw notFound('calendar', id);
        if (isOfAccount(before) && wish.url !== undefined)
          throw refusedValue(
            'url',
            'the calendar of an account has no address; connect another account instead.',
          );
        const content = {
          name: wish.name?.trim() ?? before.name,
          color: wish.color?.toLowerCase() ?? before.color,
          isEnabled: wish.isEnabled ?? before.isEnabled,
        };
        return save({ ...asking, db }, { ...before, ...content, ...address }, 'change');
      });
    },

    async remove(asking, id) {
      const source = await inTransaction(asking.db, async (db) => {
        const found = await findSource(db, ownerOf(asking), id);
        if (!found) throw notFound('calendar', id);
        await removeSource(db, ownerOf(asking), id);
        const entry = { action: 'delete', entity: 'calendar', entityId: id };
        await audit(db, asking.organization.id, asking.source, entry);
        return found;
      });
      if (isOfAccount(source)) await accounts.giveBack(source);
    },

    async connect(asking, { service: { kind, name, host }, account, refreshToken }) {
      const sources = await readSources(asking.db, ownerOf(asking));
      const known = sources.find((each) => each.kind === kind && each.account === account);
      const id = known?.id ?? uuid();
      const shownName = (account || name).slice(0, 100);
      const content = known ?? { name: shownName, color: ACCOUNT_COLORS[kind], isEnabled: true };
      const sealedUrl = vault.seal(sealOwnerOf({ kind, id }), refreshToken);
      const connected = { ...content, id, kind, host, account, needsConnecting: false, sealedUrl };
      await save(asking, connected, known ? 'change' : 'create');
    },

    async leave(db, owner) {
      const connected = (await readSources(db, owner)).filter(isOfAccount);
      return async () => {
        await Promise.all(connected.map((source) => accounts.giveBack(source)));
      };
    },

    async events(asking, range) {
      const sources = (await readSources(asking.db, ownerOf(asking))).filter(({ isEnabled }) => isEnabled);
      const parts = await Promise.all(sources.map((source) => partOf(asking, source, range)));
      return {
        events: parts.flatMap(({ events }) => events),
        faults: parts.flatMap(({ faults }) => faults),
      };
    },
  };

  async function partOf(asking: Asking, source: StoredSource, range: Range): Promise<CalendarEvents> {
    const { id } = source;
    const faults: CalendarEvents['faults'] = [];
    const note = (message: string) => void faults.push({ calendarId: id, message });
    try {
      const events = isOfAccount(source)
        ? await accounts.events({ db: asking.db, owner: ownerOf(asking), source }, range)
        : await eventsAtAddress(source, range, note);
      return { events: events.map((event) => ({ calendarId: id, ...event })), faults };
    } catch (error) {
      if (error instanceof SealBrokenError) note(BROKEN_SEAL);
      else if (error instanceof CalendarFault) note(error.message);
      else throw error;
      return { events: [], faults };
    }
  }

  async function eventsAtAddress(
    { kind, id, sealedUrl }: StoredSource,
    range: Range,
    note: (message: string) => void,
  ): Promise<Event[]> {
    const text = await read(id, vault.unseal(sealOwnerOf({ kind, id }), sealedUrl));
    return readEvents(text, range, () =>
      note('the calendar has too many repetitions; not all of them are shown'),
    );
  }
}

function ownerOf({ organization, principal }: Asking): Owner {
  return { organizationId: organization.id, personId: principal.id };
}

function shown({ sealedUrl: _sealed, ...source }: StoredSource): CalendarSource {
  return source;
}

async function save(
  asking: Asking,
  stored: StoredSource,
  action: 'create' | 'change',
): Promise<CalendarSource> {
  return inTransaction(asking.db, async (db) => {
    const others = (await readSources(db, ownerOf(asking))).filter(({ id }) => id !== stored.id);
    if (others.length >= MOST_CALENDARS)
      throw refusedValue('url', `there are ${MOST_CALENDARS} calendars already; delete one first.`);
    await saveSource(db, ownerOf(asking), stored);
    const after = { kind: stored.kind, isEnabled: stored.isEnabled };
    await audit(db, asking.organization.id, asking.source, {
      action,
      entity: 'calendar',
      entityId: stored.id,
      after,
    });
    return shown(stored);
  });
}
