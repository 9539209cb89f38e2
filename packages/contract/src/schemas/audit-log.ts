import { type Static, Type } from 'typebox';
import { Guid, OrNull } from './common.ts';
import { User } from './people.ts';

/** What a thing was or became: names as the API has them, people and other things by their ids, never secrets. */
const Content = Type.Record(Type.String(), Type.Unknown());

/** Where an act came from. */
const Via = Type.Union([
  Type.Literal('rest'),
  Type.Literal('web'),
  Type.Literal('tracking'),
  Type.Literal('pairing'),
  Type.Literal('job'),
  Type.Literal('cli'),
]);

/** One act on record. Its id is a UUIDv7, so ids are in the order of the acts. */
export const AuditEntry = Type.Object({
  id: Guid,
  /** RFC 3339, UTC. */
  timestamp: Type.String(),
  /** Null when no person did it: a job, or the command line. */
  user: OrNull(User),
  via: Via,
  /** From which network address; only on one's own acts, and for administrators. */
  address: OrNull(Type.String()),
  /** A verb, such as `create`, `change`, `delete`. */
  action: Type.String(),
  entity: Type.String(),
  entityId: Type.String(),
  before: OrNull(Content),
  after: OrNull(Content),
});

/** What may be asked of the audit log; all that is given must hold. */
export const AuditLogFilter = {
  $fromTimestamp: Type.Optional(Type.String({ maxLength: 64, description: instantHelp('From, inclusive') })),
  $toTimestamp: Type.Optional(Type.String({ maxLength: 64, description: instantHelp('Until, exclusive') })),
  $userId: Type.Optional(Guid),
  $entity: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  $entityId: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  $action: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  $via: Type.Optional(Via),
};

function instantHelp(bound: string): string {
  return `${bound}; a true instant such as 2026-03-02T09:00:00Z or 2026-03-02T10:00:00+01:00, without an offset it is UTC`;
}

export type AuditEntry = Static<typeof AuditEntry>;
