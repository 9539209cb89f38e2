import type { ServerResponse } from 'node:http';
import { answerWith } from '../../http/answer.ts';
import { Refusal } from '../../http/refusal.ts';
import { callbackScript } from '../wire/jsonp.ts';
import { jsonType, scriptType } from './media-types.ts';

/** What a request is answered: a text of some kind, a refusal, or nothing here, since a transport answers it. */
export type Reply =
  | { readonly kind: 'json' | 'script' | 'plain'; readonly text: string }
  | { readonly kind: 'held' }
  | Refusal;

/** JSON; a client that asked for JSONP is sent the script that hands it to its function. */
export const json = (text: string): Reply => ({ kind: 'json', text });
export const script = (text: string): Reply => ({ kind: 'script', text });
export const plain = (text: string): Reply => ({ kind: 'plain', text });
export const held: Reply = { kind: 'held' };

const plainType = 'text/plain; charset=UTF-8';

/** Sends a reply; nothing happens when the answer has begun already. */
export function sendReply(response: ServerResponse, reply: Reply, callback: string | null): void {
  if (reply instanceof Refusal) return answerWith(response, reply.status, plainType, reply.message);
  switch (reply.kind) {
    case 'held':
      return;
    case 'plain':
      return answerWith(response, 200, plainType, reply.text);
    case 'script':
      return answerWith(response, 200, scriptType, reply.text);
    case 'json':
      response.setHeader('cache-control', 'no-cache');
      if (callback === null) return answerWith(response, 200, jsonType, reply.text);
      return answerWith(response, 200, scriptType, callbackScript(callback, reply.text));
  }
}
