import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const SECRET_BYTES = 32;

/** A new signing secret: `whsec_` and base64 (Standard Webhooks). */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** An event as it goes out. `id` is the same for each try; `at` is the moment of the try, in epoch milliseconds. */
export interface Message {
  id: string;
  at: number;
  body: string;
}

/** The headers of a signed message (Standard Webhooks). */
export function headersOf(secret: string, { id, at, body }: Message): Record<string, string> {
  const moment = new Date(at);
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Stint-Webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, moment, body),
  };
}
