import { WEBHOOK_EVENTS, type WebhookEvent } from '@stint/domain';
import { refusedValue } from '../../refusal.ts';

interface EventKind {
  /** The acts of the audit log that are such an event, each as `entity action`. */
  acts: readonly string[];
  description: string;
}

/** Every type of event. Acts on webhooks and credentials are told to nobody. */
export const eventTypes: Readonly<Record<WebhookEvent, EventKind>> = {
  'worklog.created': kind('Time was booked.', 'worklog create'),
  'worklog.changed': kind('A worklog was changed.', 'worklog change'),
  'worklog.deleted': kind('A worklog was deleted.', 'worklog delete'),
  'worklog.restored': kind('A deleted worklog came back.', 'worklog restore'),
  'track.started': kind('Somebody started to track time.', 'track start'),
  'track.stopped': kind('A track ended and was booked.', 'track stop'),
  'track.adjusted': kind('The work item, comment or type of a running track was changed.', 'track adjust'),
  'track.dropped': kind('A track ended and was too short to be booked.', 'track drop'),
  'approval.submitted': kind('A week was submitted for approval.', 'week submit'),
  'approval.revoked': kind('A submission was taken back by its person.', 'week revoke'),
  'approval.approved': kind('A week was approved.', 'week approve'),
  'approval.reopened': kind('A week was opened again for changes.', 'week reopen'),
  'approval.rejected': kind('A week was rejected with a comment.', 'week reject'),
  'approval.closed': kind('A week was closed for good.', 'week close'),
  'approval.locked': kind('A week was locked.', 'week lock'),
  'approval.unlocked': kind('A week was unlocked.', 'week unlock'),
  'budget.created': kind('A budget was made.', 'budget create'),
  'budget.changed': kind('A budget was changed.', 'budget change'),
  'budget.deleted': kind('A budget was deleted.', 'budget delete'),
  'budget.closed': kind('A budget was closed: no new time on it.', 'budget close'),
  'budget.reopened': kind('A budget takes time again.', 'budget reopen'),
  'budget.attached': kind('A budget was attached to something.', 'budget attach'),
  'budget.detached': kind('A budget was detached from something.', 'budget detach'),
  'budget.threshold': kind('So much of a budget is used up.', 'budget threshold'),
  'user.created': kind('A person became known.', 'user create', 'person create'),
  'user.changed': kind('A person was changed.', 'user change'),
  'user.erased': kind('A person was erased: forget the name too.', 'user erase'),
  'user.roleChanged': kind('A person has another role.', 'role change'),
  'group.created': kind('A group was made.', 'group create'),
  'group.changed': kind('A group was changed.', 'group change'),
  'group.deleted': kind('A group was deleted.', 'group delete'),
  'group.membersChanged': kind('Other people are in a group.', 'groupMembers change'),
  'settings.changed': kind('The organization’s settings were changed.', 'settings change'),
  'activityType.created': kind('An activity type was made.', 'activityType create'),
  'activityType.changed': kind('An activity type was changed.', 'activityType change'),
  'activityType.deleted': kind('An activity type was deleted.', 'activityType delete'),
};

/** What a test sends; nobody subscribes to it. */
export const PING = 'ping';

const typeByAct = new Map(
  Object.entries(eventTypes).flatMap(([type, { acts }]) => acts.map((act) => [act, type])),
);

function kind(description: string, ...acts: string[]): EventKind {
  return { acts, description };
}

/** The event that an act of the audit log is; null when it is told to nobody. */
export function eventTypeOf(entity: string, action: string): string | null {
  return typeByAct.get(`${entity} ${action}`) ?? null;
}

/** The types that a webhook is told; no subscriptions stand for all of them. */
export function typesWanted(subscriptions: readonly string[]): readonly WebhookEvent[] {
  if (subscriptions.length === 0) return WEBHOOK_EVENTS;
  return WEBHOOK_EVENTS.filter((type) => subscriptions.some((each) => covers(each, type)));
}

/** The acts of the audit log that a webhook is told, as the database compares them. */
export function actsWanted(subscriptions: readonly string[]): string[] {
  return typesWanted(subscriptions).flatMap((type) => eventTypes[type].acts);
}

/** Checks subscriptions; DbValidationError names the first that no type of event fits. */
export function readSubscriptions(events: readonly string[]): string[] {
  for (const each of events) {
    if (WEBHOOK_EVENTS.some((type) => covers(each, type))) continue;
    const message = `"${each}" is no type of event; write one such as worklog.created, a prefix such as worklog.*, or *.`;
    throw refusedValue('events', message);
  }
  return [...new Set(events)];
}

function covers(subscription: string, type: string): boolean {
  if (subscription === '*') return true;
  return subscription.endsWith('.*') ? type.startsWith(subscription.slice(0, -1)) : subscription === type;
}
