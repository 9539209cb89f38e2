import type { Dependencies } from '../../dependencies.ts';
import { closedFor } from '../../http/admission.ts';
import type { Connected, ConnectedPerson } from './connected.ts';
import { principalOf, settingsText } from './look.ts';

/** Milliseconds in which several changes of an organization become one look. */
const TOGETHER = 50;
/** Milliseconds until an organization is looked at again when it failed. */
const RETRY = 1_000;

type WatchDependencies = Pick<Dependencies, 'feed' | 'organizations' | 'principals' | 'log'>;

/**
 * Finds those whom a change of people, settings or activity types concerns. One query for an organization tells, because
 * credentials that come and go make up most of these changes and concern nobody.
 */
export function watchSettings(
  { feed, organizations, principals, log }: WatchDependencies,
  people: Pick<Connected, 'of'>,
  refresh: (person: ConnectedPerson) => void,
): { stop(): void } {
  const waiting = new Map<string, NodeJS.Timeout>();

  feed.onChange((organizationId) => {
    const concerned = new Set(people.of(organizationId).map(({ user }) => user.organizationId));
    for (const each of concerned) soon(each, TOGETHER);
  });

  function soon(organizationId: string, milliseconds: number): void {
    if (waiting.has(organizationId)) return;
    const look = () => {
      waiting.delete(organizationId);
      compare(organizationId).catch((error: unknown) => {
        log.warn(
          { err: error },
          'changed settings could not be read for connected people; it is tried again',
        );
        soon(organizationId, RETRY);
      });
    };
    waiting.set(organizationId, setTimeout(look, milliseconds).unref());
  }

  async function compare(organizationId: string): Promise<void> {
    const connected = people.of(organizationId);
    if (connected.length === 0) return;
    const organization = await organizations.byId(organizationId);
    const members = await principals.byIds(
      organizationId,
      connected.map(({ user }) => user.personId),
    );
    const byId = new Map(members.map((member) => [member.id, member]));
    for (const person of connected) {
      const member = byId.get(person.user.personId);
      const isAsBefore =
        organization &&
        member &&
        member.role !== 'None' &&
        closedFor(organization) === null &&
        person.known?.settings === settingsText(organization, principalOf(member, person.user)) &&
        person.known.isStartAllowed === (organization.settings.operation === 'active');
      if (!isAsBefore) refresh(person);
    }
  }

  return {
    stop() {
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}
