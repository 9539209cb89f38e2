import type { Webhook } from '@stint/contract';

/** A webhook as it is typed. */
export interface WebhookDraft {
  readonly url: string;
  readonly description: string;
  /** Whether everything is told, also what later versions tell. */
  readonly tellsAll: boolean;
  /** What is told otherwise: types, and prefixes of them. */
  readonly events: readonly string[];
}

const MOST_LETTERS = 1000;

export const EMPTY_DRAFT: WebhookDraft = { url: '', description: '', tellsAll: true, events: [] };

export function draftOf({ url, description, events }: Webhook): WebhookDraft {
  return { url, description, tellsAll: events.length === 0, events };
}

export function isWebhookDraft(found: unknown): found is WebhookDraft {
  if (typeof found !== 'object' || found === null) return false;
  const { url, description, tellsAll, events } = found as Record<string, unknown>;
  const isListed = Array.isArray(events) && events.every((each) => typeof each === 'string');
  return (
    typeof url === 'string' && typeof description === 'string' && typeof tellsAll === 'boolean' && isListed
  );
}

/** Whether a text can be the address of a receiver. */
export function isReceiver(text: string): boolean {
  const url = text.trim();
  return /^https?:\/\/./i.test(url) && url.length <= MOST_LETTERS && URL.canParse(url);
}

/** Whether what is typed so far can no longer become the address of a receiver. */
export function isWrongReceiver(text: string): boolean {
  const url = text.trim().toLowerCase();
  const isBegun = ['http://', 'https://'].some((scheme) => scheme.startsWith(url));
  return !isBegun && !isReceiver(text);
}

export function isComplete({ url, tellsAll, events }: WebhookDraft): boolean {
  return isReceiver(url) && (tellsAll || events.length > 0);
}

/** The draft as the API takes it. */
export function wishOf({ url, description, tellsAll, events }: WebhookDraft) {
  return { url: url.trim(), description: description.trim(), events: tellsAll ? [] : [...events] };
}
