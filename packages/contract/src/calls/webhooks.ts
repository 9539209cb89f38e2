import { Type } from 'typebox';
import { call } from '../call.ts';
import { Count, Guid } from '../schemas/common.ts';
import {
  DeliveryState,
  EventType,
  NewWebhook,
  TestOutcome,
  Webhook,
  WebhookChange,
  WebhookDelivery,
  WebhookWithSecret,
} from '../schemas/webhooks.ts';

const ById = Type.Object({ id: Guid });

export const listWebhooks = call({
  id: 'listWebhooks',
  area: 'rest',
  method: 'GET',
  path: '/webhooks',
  summary: 'The webhooks of the organization, the oldest first.',
  access: 'administrator',
  answer: Type.Array(Webhook),
});

export const listEventTypes = call({
  id: 'listEventTypes',
  area: 'rest',
  method: 'GET',
  path: '/webhooks/eventTypes',
  summary: 'The types of events that webhooks can be told.',
  access: 'administrator',
  answer: Type.Array(EventType),
});

export const getWebhook = call({
  id: 'getWebhook',
  area: 'rest',
  method: 'GET',
  path: '/webhooks/:id',
  summary: 'One webhook; its version is in the ETag.',
  access: 'administrator',
  params: ById,
  answer: Webhook,
});

export const addWebhook = call({
  id: 'addWebhook',
  area: 'rest',
  method: 'POST',
  path: '/webhooks',
  summary: 'Makes a webhook; the secret that its receiver checks signatures with is in this answer only.',
  access: 'administrator',
  body: NewWebhook,
  answer: WebhookWithSecret,
});

export const changeWebhook = call({
  id: 'changeWebhook',
  area: 'rest',
  method: 'PATCH',
  path: '/webhooks/:id',
  summary: 'Changes a webhook; takes If-Match.',
  access: 'administrator',
  params: ById,
  body: WebhookChange,
  answer: Webhook,
});

export const deleteWebhook = call({
  id: 'deleteWebhook',
  area: 'rest',
  method: 'DELETE',
  path: '/webhooks/:id',
  summary: 'Deletes a webhook with its deliveries; takes If-Match.',
  access: 'administrator',
  params: ById,
  answer: Type.Null(),
});

export const testWebhook = call({
  id: 'testWebhook',
  area: 'rest',
  method: 'POST',
  path: '/webhooks/:id/test',
  summary: 'Sends the event `ping` at once and answers how it went.',
  access: 'administrator',
  params: ById,
  answer: TestOutcome,
});

export const rotateWebhookSecret = call({
  id: 'rotateWebhookSecret',
  area: 'rest',
  method: 'POST',
  path: '/webhooks/:id/rotateSecret',
  summary: 'Makes a new signing secret, shown in this answer only; the old one ends at once.',
  access: 'administrator',
  params: ById,
  answer: WebhookWithSecret,
});

export const listWebhookDeliveries = call({
  id: 'listWebhookDeliveries',
  area: 'rest',
  method: 'GET',
  path: '/webhooks/:id/deliveries',
  summary: 'What was told to a webhook in the last 30 days and how it went, newest first.',
  access: 'administrator',
  params: ById,
  query: Type.Object({
    $count: Count,
    /** The id of the last delivery of the page before. */
    $after: Type.Optional(Guid),
    $state: Type.Optional(DeliveryState),
  }),
  answer: Type.Array(WebhookDelivery),
});

export const resendWebhookDelivery = call({
  id: 'resendWebhookDelivery',
  area: 'rest',
  method: 'POST',
  path: '/webhooks/:id/deliveries/:deliveryId/resend',
  summary: 'Sends an event again, with tries as for a new one.',
  access: 'administrator',
  params: Type.Object({ id: Guid, deliveryId: Guid }),
  answer: WebhookDelivery,
});
