import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { TIME_PAGES } from '../build/first-pages.ts';

/** The most that the first load of a page of time may bring over the network, in bytes (issue: 200 KB gzip). */
const BUDGET = 200_000;

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;

/** What the build says that pages ask for; `first-visit.test.ts` of the journeys compares it with what they do ask for. */
const ahead = JSON.parse(readFileSync(`${dist}.vite/asked-ahead.json`, 'utf8')) as Record<
  string,
  { readonly texts: Readonly<Record<string, readonly string[]>> }
>;

/** What every page needs, whatever the language. */
const FRAME = ['index.html', '../../node_modules/react-dom/client.js'];

/** The page itself and the styles it names. */
function pageFiles(): string[] {
  const html = readFileSync(`${dist}index.html`, 'utf8');
  const styles = [...html.matchAll(/<link rel="stylesheet"[^>]* href="\/([^"]+)"/g)].map(
    ([, file = '']) => file,
  );
  return ['index.html', ...styles];
}

/** All files that these modules bring: their own, what they import at once, and styles. */
function filesOf(modules: readonly string[]): Set<string> {
  const files = new Set<string>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is not in the build`);
    if (files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const name of modules) visit(name);
  return files;
}

const gzipped = (file: string) => gzipSync(readFileSync(dist + file)).length;

describe.each(Object.entries(TIME_PAGES))('the first load of %s', (page, { module }) => {
  test(`stays within ${BUDGET / 1000} KB gzip`, () => {
    // Polish is the longest.
    const texts = (ahead[page]?.texts['pl'] ?? []).map((address) => address.slice(1));
    expect(texts).not.toEqual([]);
    const files = [...new Set([...pageFiles(), ...filesOf([...FRAME, module]), ...texts])];
    const total = files.reduce((sum, file) => sum + gzipped(file), 0);
    console.log(`${page}: ${(total / 1000).toFixed(1)} KB gzip in ${files.length} files`);
    expect(total).toBeLessThanOrEqual(BUDGET);
  });
});

test('styles are made when the pages are built: no file of the page makes any', () => {
  const scripts = Object.values(manifest).filter(({ file }) => file.endsWith('.js'));
  for (const { file } of scripts)
    expect(readFileSync(dist + file, 'utf8'), file).not.toContain('display:flex;');
  expect(
    pageFiles()
      .map((file) => readFileSync(dist + file, 'utf8'))
      .join(''),
  ).toContain('display:flex;');
});

test('what is not needed at once is not loaded at once', () => {
  const files = [...filesOf([...FRAME, TIME_PAGES['/'].module])].join(' ');
  for (const later of ['palette', 'time-dialog', 'shortcut-list', 'reference', 'month-page'])
    expect(files).not.toContain(later);
});
