import { contentOf } from '../audit/content.ts';
import { PING } from './events.ts';

/** An act of the audit log on its way to webhooks, with the organization's name. */
export interface Act {
  organizationId: string;
  organizationName: string;
  /** The audit id. */
  id: string;
  /** RFC 3339, UTC. */
  at: string;
  personId: string | null;
  affects: string | null;
  via: string;
  action: string;
  entity: string;
  entityId: string;
  before: unknown;
  after: unknown;
}

/** The person who did it, as receivers see them; erased people have no e-mail. */
export interface Actor {
  id: string;
  name: string;
  email: string | null;
}

interface Event {
  type: string;
  timestamp: string;
  data: { organization: { id: string; name: string }; actor: { id: string } | null };
}

/** The body that is kept until it is sent. It names the person by id alone: who is erased meanwhile goes out nameless. */
export function bodyOf(type: string, act: Act): string {
  const ownerId = act.affects ?? act.personId;
  return JSON.stringify({
    type,
    timestamp: act.at,
    data: {
      organization: { id: act.organizationId, name: act.organizationName },
      actor: act.personId === null ? null : { id: act.personId },
      via: act.via,
      entity: act.entity,
      id: act.entityId,
      before: contentOf(act.entity, act.before, ownerId),
      after: contentOf(act.entity, act.after, ownerId),
    },
  });
}

/** The body with the name and e-mail of the person who did it, as it is sent. */
export function withActor(body: string, actor: Actor | null): string {
  const event = JSON.parse(body) as Event;
  return JSON.stringify({ ...event, data: { ...event.data, actor } });
}

/** What a test sends. */
export function pingBody(organization: { id: string; name: string }, actor: Actor, now: number): string {
  const { id, name } = organization;
  return JSON.stringify({
    type: PING,
    timestamp: new Date(now).toISOString(),
    data: { organization: { id, name }, actor },
  });
}
