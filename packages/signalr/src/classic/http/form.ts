import type { IncomingMessage } from 'node:http';
import { readBody } from '../../http/body.ts';

const none = new URLSearchParams();

/** The fields of a posted form, none when the body is another kind; null when it is longer than `most` bytes. */
export async function readForm(request: IncomingMessage, most: number): Promise<URLSearchParams | null> {
  if (request.method !== 'POST') return none;
  const body = await readBody(request, most);
  if (body === null) return null;
  const type = request.headers['content-type'] ?? '';
  return /^application\/x-www-form-urlencoded\b/i.test(type)
    ? new URLSearchParams(body.toString('utf8'))
    : none;
}
