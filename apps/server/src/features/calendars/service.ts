import type {
  CalendarEvents,
  CalendarSource,
  CalendarSourceChange,
  NewCalendarSource,
} from '@stint/contract';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Asked } from '../../http/asked.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { SealBrokenError } from '../../vault/seal.ts';
import type { Vault } from '../../vault/vault.ts';
import { hostOf, type Reach } from '../../outbound/guard.ts';
import { checkReachable, readUrl } from '../../outbound/url.ts';
import { type Range, readEvents } from './events.ts';
import { CalendarFault } from './fetch.ts';
import type { ReadCalendar } from './reader.ts';
import { findSource, type Owner, readSources, removeSource, saveSource, type StoredSource } from './store.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source' | 'principal'>;

/** Calendars of one person at most. */
const MOST_CALENDARS = 20;
const USUAL_COLOR = '0f6cbd';

/** The calendars of single people. EntityNotFound for those of others, DbValidationError for addresses that are not read. */
export interface Calendars {
  list(asking: Asking): Promise<CalendarSource[]>;
  add(asking: Asking, wish: NewCalendarSource): Promise<CalendarSource>;
  change(asking: Asking, id: string, wish: CalendarSourceChange): Promise<CalendarSource>;
  remove(asking: Asking, id: string): Promise<void>;
  /** What is in the calendars that are on; one that cannot be read is told among the faults. */
  events(asking: Asking, range: Range): Promise<CalendarEvents>;
}

export interface CalendarDependencies extends Reach {
  vault: Vault;
  read: ReadCalendar;
}

export function createCalendars({ vault, read, resolve, allowInside }: CalendarDependencies): Calendars {
  const readGoodUrl = async (text: string): Promise<URL> => {
    const url = readUrl(text.trim().replace(/^webcal:/i, 'https:'));
    await checkReachable(url, { resolve, allowInside });
    return url;
  };

  const sealed = (id: string, url: URL) => ({ host: hostOf(url), sealedUrl: vault.seal(id, url.href) });

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
      return save(asking, { id, kind: 'ical', ...content, ...address }, 'create');
    },

    async change(asking, id, wish) {
      const address = wish.url === undefined ? {} : sealed(id, await readGoodUrl(wish.url));
      return inTransaction(asking.db, async (db) => {
        const before = await findSource(db, ownerOf(asking), id);
        if (!before) throw notFound('calendar', id);
        const content = {
          name: wish.name?.trim() ?? before.name,
          color: wish.color?.toLowerCase() ?? before.color,
          isEnabled: wish.isEnabled ?? before.isEnabled,
        };
        return save({ ...asking, db }, { ...before, ...content, ...address }, 'change');
      });
    },

    async remove(asking, id) {
      await inTransaction(asking.db, async (db) => {
        if (!(await removeSource(db, ownerOf(asking), id))) throw notFound('calendar', id);
        const entry = { action: 'delete', entity: 'calendar', entityId: id };
        await audit(db, asking.organization.id, asking.source, entry);
      });
    },

    async events(asking, range) {
      const sources = (await readSources(asking.db, ownerOf(asking))).filter(({ isEnabled }) => isEnabled);
      const parts = await Promise.all(sources.map((source) => partOf(source, range)));
      return {
        events: parts.flatMap(({ events }) => events),
        faults: parts.flatMap(({ faults }) => faults),
      };
    },
  };

  async function partOf({ id, sealedUrl }: StoredSource, range: Range): Promise<CalendarEvents> {
    try {
      const faults: CalendarEvents['faults'] = [];
      const message = 'the calendar has too many repetitions; not all of them are shown';
      const text = await read(id, vault.unseal(id, sealedUrl));
      const events = readEvents(text, range, () => faults.push({ calendarId: id, message }));
      return { events: events.map((event) => ({ calendarId: id, ...event })), faults };
    } catch (error) {
      const isSeal = error instanceof SealBrokenError;
      if (!isSeal && !(error instanceof CalendarFault)) throw error;
      const message = isSeal ? 'the address cannot be opened; please enter it again' : error.message;
      return { events: [], faults: [{ calendarId: id, message }] };
    }
  }
}

function ownerOf({ organization, principal }: Asking): Owner {
  return { organizationId: organization.id, personId: principal.id };
}

function shown({ id, name, color, isEnabled, kind, host }: StoredSource): CalendarSource {
  return { id, name, color, isEnabled, kind, host };
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
