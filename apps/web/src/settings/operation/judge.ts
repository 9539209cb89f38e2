import type { AnswerOf, calls, Webhook } from '@stint/contract';
import type { Formats, Texts } from '@stint/ui';
import type { texts as en } from '../../texts/operation/en.ts';
import type { Readiness } from './use-health.ts';

/** How a part of the server is doing, and what there is to say about it. */
export interface Verdict {
  readonly state: 'good' | 'warning' | 'bad';
  readonly text: string;
}

interface Said {
  readonly texts: Texts<typeof en>;
  readonly formats: Pick<Formats, 'number' | 'dateTime'>;
}

export function judgeServer({ isReady, reason, milliseconds }: Readiness, { texts, formats }: Said): Verdict {
  if (!isReady) return { state: 'bad', text: texts.serverAway({ reason }) };
  return { state: 'good', text: texts.serverReady({ milliseconds: formats.number(milliseconds) }) };
}

export function judgeConnection(
  connection: AnswerOf<typeof calls.getConnection>,
  { texts, formats }: Said,
): Verdict {
  if (connection === null) return { state: 'warning', text: texts.notConnected };
  const { state, message, isExpiring, lastRead, workItems } = connection;
  if (state === 'unreachable' || state === 'unauthorized') return { state: 'bad', text: message ?? '' };
  if (lastRead === null) return { state: 'good', text: texts.reading({ count: formats.number(workItems) }) };
  return {
    state: isExpiring ? 'warning' : 'good',
    text: texts.followed({ when: formats.dateTime(lastRead) }),
  };
}

export function judgeMail(mail: AnswerOf<typeof calls.getMailStatus>, { texts, formats }: Said): Verdict {
  if (!mail.isConfigured) return { state: 'warning', text: texts.mailOff };
  const pending = formats.number(mail.pending);
  if (mail.failed === 0) return { state: 'good', text: texts.mailGood({ pending }) };
  const failed = formats.number(mail.failed);
  return { state: 'bad', text: texts.mailBad({ failed, pending, reason: mail.lastFault ?? '' }) };
}

export function judgeWebhooks(webhooks: readonly Webhook[], { texts, formats }: Said): Verdict {
  if (webhooks.length === 0) return { state: 'good', text: texts.webhooksNone };
  const on = webhooks.filter(({ isEnabled }) => isEnabled).length;
  return {
    state: 'good',
    text: texts.webhooksOn({ on: formats.number(on), all: formats.number(webhooks.length) }),
  };
}
