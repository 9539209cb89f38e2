import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linksAhead } from './asked-ahead.ts';

let folder: string;
let linksOf: ReturnType<typeof linksAhead>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stint-ahead-'));
  await mkdir(join(folder, '.vite'));
  const own = { styles: ['/assets/all.css'], main: ['/assets/main.js'] };
  const pages = {
    '/sign-in': { ...own, code: ['/assets/sign-in.js'], texts: { en: ['/assets/si-en.js'] }, data: [] },
    '/': {
      ...own,
      code: ['/assets/day.js'],
      texts: { en: ['/assets/en.js'], de: ['/assets/de.js'] },
      data: ['/auth/session'],
    },
  };
  await writeFile(join(folder, '.vite/asked-ahead.json'), JSON.stringify(pages));
  linksOf = linksAhead(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const links = (url: string, language = 'en-GB,en;q=0.9', session: string | undefined = 'secret') =>
  linksOf({
    url,
    headers: { 'accept-language': language },
    cookies: session === undefined ? {} : { stint_session: session },
  });

const STYLES = '</assets/all.css>; rel=preload; as=style';
const SESSION = '</auth/session>; rel=preload; as=fetch; crossorigin';
const DAY = '</assets/day.js>; rel=modulepreload';
const code = (file: string) => `</assets/${file}.js>; rel=modulepreload`;

describe('what the server names with a page', () => {
  it('is styles and main script, then its first answers, its code and its texts, for who brings a session', () => {
    expect(links('/')).toBe([STYLES, code('main'), SESSION, DAY, code('en')].join(', '));
  });

  it('has no answers where the address asks for something of its own', () => {
    expect(links('/?day=2026-11-18')).toBe([STYLES, code('main'), DAY, code('en')].join(', '));
  });

  it.each([
    ['de', 'de'],
    ['pt-BR, DE-at;q=0.8, en;q=0.5', 'de'],
    ['toString', 'en'],
    ['*', 'en'],
    ['', 'en'],
  ])('is in the first language of ours that the browser names: %s', (accepted, language) => {
    expect(links('/', accepted)).toContain(code(language));
  });

  it.each(['/', '/?day=2026-11-18', '/sign-in', '/sign-in?back=%2F'])(
    'is the sign-in without any answers for who brings none: %s',
    (url) => {
      const ofSignIn = [STYLES, code('main'), code('sign-in'), code('si-en')].join(', ');
      for (const session of [undefined, ''])
        expect(
          linksOf({ url, headers: {}, cookies: session === undefined ? {} : { stint_session: session } }),
        ).toBe(ofSignIn);
    },
  );

  it('is of the sign-in on its own page, also with an old session', () => {
    expect(links('/sign-in')).toBe([STYLES, code('main'), code('sign-in'), code('si-en')].join(', '));
  });

  it.each(['/nothing', '/settings/people', '/__proto__', '/tfs/DefaultCollection/', '//', '/%2F'])(
    'is nothing for pages that nobody begins with: %s',
    (url) => expect(links(url)).toBeNull(),
  );

  it('is nothing where the build wrote nothing down', () => {
    expect(linksAhead(join(folder, 'none'))({ url: '/', headers: {}, cookies: {} })).toBeNull();
  });
});
