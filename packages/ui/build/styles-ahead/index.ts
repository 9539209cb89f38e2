import type { Plugin } from 'vite';
import { importedValues } from './imported.ts';
import { constantsOf, type MadeStyles, madeStyles, styleCallsOf } from './style-calls.ts';
import { stylesheetOf } from './stylesheet.ts';
import { themeRules } from './theme-rules.ts';

const MAKES_STYLES = /\b(?:makeStyles|__styles|__resetStyles)\(/;
const IMPORT = /import\s*\{([^}]*\b(?:makeStyles|__styles|__resetStyles)\b[^}]*)\}\s*from/;
/** A token within a text, which is left in constants that styles were made of; its name alone keeps the table of all tokens out of the page. */
const TOKEN = /\$\{tokens\.(\w+)\}/g;

/**
 * Makes the styles of components when the pages are built: their rules, those of Fluent's components and the themes become one
 * stylesheet, and the page is left with the names of the classes. Made in the page, they took a third of the first render. The result is
 * the same, because Griffel itself makes the rules. Without a build (`vite dev`) only the themes are added, as they are.
 */
export function stylesAhead(): Plugin {
  const stylesOf = new Map<string, readonly MadeStyles[]>();
  let base = '/';
  let stylesheet: string | null = null;
  return {
    name: 'styles-ahead',
    configResolved: (config) => {
      base = config.base;
    },
    transform: {
      filter: { code: MAKES_STYLES },
      async handler(code, id) {
        if (this.environment.mode !== 'build') return null;
        const program = this.parse(code);
        const constants = constantsOf(program);
        const calls = styleCallsOf(constants);
        if (calls.length === 0) return null;
        const written = calls.map(({ start, end }) => code.slice(start, end)).join();
        const imports = await importedValues(program, id, (name) => written.includes(name));
        const made = calls.map((call) => ({ ...call, ...madeStyles(call, { constants, imports }) }));
        stylesOf.set(id, made);
        const changed = made
          .toReversed()
          .reduce((text, { start, end, call }) => text.slice(0, start) + call + text.slice(end), code);
        const withImports = changed.replace(IMPORT, 'import { __css, __resetCSS, $1 } from');
        return { code: withImports.replace(TOKEN, 'var(--$1)'), map: null };
      },
    },
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const rules = stylesheetOf(modules.toSorted().flatMap((id) => stylesOf.get(id) ?? []));
      const variables = new Set([...rules.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name));
      const source = `${themeRules((variable) => variables.has(variable))}\n${rules}`;
      stylesheet = this.getFileName(this.emitFile({ type: 'asset', name: 'styles.css', source }));
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        stylesheet === null
          ? { tag: 'style', children: themeRules(() => true), injectTo: 'head' }
          : // Behind what the page shows before it is rendered, which need not wait for it; scripts do.
            { tag: 'link', attrs: { rel: 'stylesheet', href: base + stylesheet }, injectTo: 'body' },
      ],
    },
  };
}
