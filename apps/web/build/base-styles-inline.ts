import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const BASE = new URL('../src/base.css', import.meta.url);

/** Writes the few styles of `base.css` into the page, so that its mark is shown as soon as the page came. */
export function baseStylesInline(): Plugin {
  return {
    name: 'base-styles-inline',
    transformIndexHtml: async () => [
      { tag: 'style', children: await readFile(BASE, 'utf8'), injectTo: 'head' },
    ],
  };
}
