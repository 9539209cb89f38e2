import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Json } from './test-server.ts';

interface BrowserAnswer {
  status: number;
  body: Json;
  headers: Record<string, unknown>;
}

/** A browser's behaviour towards the server: keeps cookies, and tells the CSRF token it was given. */
export interface Browser {
  ask(
    method: InjectOptions['method'],
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<BrowserAnswer>;
  /** Name and value of every cookie it holds. */
  cookies: Map<string, string>;
}

export function createBrowser(app: FastifyInstance): Browser {
  const cookies = new Map<string, string>();
  let csrfToken: string | null = null;
  return {
    cookies,
    async ask(method, url, body, headers = {}) {
      const answer = await app.inject({
        method: method ?? 'GET',
        url,
        cookies: Object.fromEntries(cookies),
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(csrfToken !== null && { 'x-csrf-token': csrfToken }),
          ...headers,
        },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      });
      for (const { name, value } of answer.cookies) {
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const parsed = (answer.body.startsWith('{') ? JSON.parse(answer.body) : { text: answer.body }) as Json;
      const told = (parsed.data as unknown as { csrfToken?: string } | null)?.csrfToken;
      if (typeof told === 'string') csrfToken = told;
      return { status: answer.statusCode, body: parsed, headers: answer.headers };
    },
  };
}

/** A text within an answer's JSON; fails where there is none. */
export function textOf(json: Json | undefined): string {
  if (typeof json === 'string') return json;
  throw new Error(`expected a text, but there is ${JSON.stringify(json)}`);
}
