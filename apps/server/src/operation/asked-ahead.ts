import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../http/credentials.ts';

/** What a page asks for (`apps/web/build/asked-ahead.ts`). */
interface AskedAhead {
  readonly styles: readonly string[];
  readonly main: readonly string[];
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
    const data = isSignedIn && query === undefined ? shown.data : [];
    // In the order in which a browser with few connections should ask.
    return [
      ...shown.styles.map((each) => `<${each}>; rel=preload; as=style`),
      ...shown.main.map(asModule),
      // As the pages' own fetch asks, which takes cookies along, so that it is given these answers.
      ...data.map((each) => `<${each}>; rel=preload; as=fetch; crossorigin`),
      ...[...shown.code, ...texts].map(asModule),
    ].join(', ');
  };
}

const asModule = (address: string) => `<${address}>; rel=modulepreload`;

/** The first language of ours that a browser names, which it does by preference; else English. */
function languageIn(accepted: string | undefined, { texts }: AskedAhead): string {
  const languages = (accepted ?? '').split(',').map((each) => /[a-z]+/.exec(each.toLowerCase())?.[0] ?? '');
  return languages.find((each) => Object.hasOwn(texts, each)) ?? 'en';
}
