import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** The scheme and host of the app's own pages. */
export const PAGE_SCHEME = 'stint-app';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://page`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Answers requests of the app's pages from its own files, and nothing else. */
export async function answerPage(folder: string, url: string): Promise<Response> {
  const { pathname } = new URL(url);
  const file = normalize(join(folder, decodeURIComponent(pathname)));
  const type = TYPES[extname(file)];
  if (!file.startsWith(folder + sep) || type === undefined) return new Response(null, { status: 404 });
  try {
    const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
    return new Response(new Uint8Array(await readFile(file)), { headers });
  } catch {
    return new Response(null, { status: 404 });
  }
}
