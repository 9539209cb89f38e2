import { type Static, Type } from 'typebox';
import { Guid, OrNull } from './common.ts';

/** A type such as `worklog.created`, a prefix such as `worklog.*`, or `*` for everything. */
const Subscription = Type.String({ minLength: 1, maxLength: 60 });

const webhookFields = {
  /** Where events are posted to. */
  url: Type.String({
    minLength: 8,
    maxLength: 1000,
    pattern: '^[Hh][Tt][Tt][Pp][Ss]?://',
    title: 'An address such as https://hooks.example.com/stint, of at most 1000 characters',
  }),
  description: Type.String({ maxLength: 400 }),
  events: Type.Array(Subscription, { maxItems: 100 }),
  isEnabled: Type.Boolean(),
};

/** Times are RFC 3339, UTC. The signing secret is answered once, when it is made. */
export const Webhook = Type.Object({
  id: Guid,
  url: Type.String(),
  description: Type.String(),
  /** What is told; empty stands for everything. */
  events: Type.Array(Type.String()),
  isEnabled: Type.Boolean(),
  created: Type.String(),
  createdById: OrNull(Guid),
});

/** A webhook with its signing secret, `whsec_` and base64. */
export const WebhookWithSecret = Type.Object({ ...Webhook.properties, secret: Type.String() });

export const NewWebhook = Type.Object({
  url: webhookFields.url,
  description: Type.Optional(webhookFields.description),
  events: Type.Optional(webhookFields.events),
  isEnabled: Type.Optional(webhookFields.isEnabled),
});

/** A change: a field left out or null keeps its value. */
export const WebhookChange = Type.Partial(Type.Object(webhookFields));

export const DeliveryState = Type.Union([
  Type.Literal('pending'),
  Type.Literal('delivered'),
  Type.Literal('failed'),
]);

/** One event on its way to one webhook. Times are RFC 3339, UTC. */
export const WebhookDelivery = Type.Object({
  id: Guid,
  /** The `webhook-id` that the receiver sees: the same for each try and each resending. */
  eventId: Guid,
  eventType: Type.String(),
  state: DeliveryState,
  attempts: Type.Integer(),
  created: Type.String(),
  lastAttempt: OrNull(Type.String()),
  /** Null when no further try is made. */
  nextAttempt: OrNull(Type.String()),
  /** The HTTP status of the last answer; null when there was none. */
  responseStatus: OrNull(Type.Integer()),
  /** Why the last try failed. */
  fault: OrNull(Type.String()),
});

/** How one try went. */
export const TestOutcome = Type.Object({
  delivered: Type.Boolean(),
  responseStatus: OrNull(Type.Integer()),
  fault: OrNull(Type.String()),
});

export const EventType = Type.Object({ type: Type.String(), description: Type.String() });

export type Webhook = Static<typeof Webhook>;
export type NewWebhook = Static<typeof NewWebhook>;
export type WebhookChange = Static<typeof WebhookChange>;
export type WebhookDelivery = Static<typeof WebhookDelivery>;
export type DeliveryState = Static<typeof DeliveryState>;
export type TestOutcome = Static<typeof TestOutcome>;
