import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../http/credentials.ts';

/** What a page asks for after the main script (`apps/web/build/asked-ahead.ts`). */
interface AskedAhead {
  readonly code: readonly string[];
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly data: readonly string[];
}

type Pages = Readonly<Record<string, AskedAhead>>;
type Request = Pick<FastifyRequest, 'url' | 'headers' | 'cookies'>;

/**
 * Gives the `Link` header of the page in an address: code, texts in the language that the browser prefers and, for those who bring a
 * session, the answers that the page asks for first. Whoever brings none is sent to the sign-in by the page. null for pages that nobody
 * begins with.
 */
export function linksAhead(webFolder: string): (request: Request) => string | null {
  const file = join(webFolder, '.vite/asked-ahead.json');
  const pages = new Map(
    existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Pages) : [],
  );
  return ({ url, headers, cookies }) => {
    const [path = '', query] = url.split('?', 2);
    const isSignedIn = Boolean(cookies[SESSION_COOKIE]);
    const page = pages.get(path);
    const shown = isSignedIn ? page : page && pages.get('/sign-in');
    if (!shown) return null;
    const texts = shown.texts[languageIn(headers['accept-language'], shown)] ?? [];
    const code = [...shown.code, ...texts].map((each) => `<${each}>; rel=modulepreload`);
    const data = isSignedIn && query === undefined ? shown.data : [];
    // As the pages' own fetch asks: with cookies of this server, so the answers are the same.
    return [...data.map((each) => `<${each}>; rel=preload; as=fetch; crossorigin`), ...code].join(', ');
  };
}

/** The first language of ours that a browser names, which it does by preference; else English. */
function languageIn(accepted: string | undefined, { texts }: AskedAhead): string {
  const languages = (accepted ?? '').split(',').map((each) => /[a-z]+/.exec(each.toLowerCase())?.[0] ?? '');
  return languages.find((each) => Object.hasOwn(texts, each)) ?? 'en';
}
