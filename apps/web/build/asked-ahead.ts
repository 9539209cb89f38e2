import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES } from '@stint/ui/texts';
import type { Plugin, Rolldown } from 'vite';
import { firstData } from './first-data.ts';
import { type FirstPage, SIGN_IN, textsModule, TIME_PAGES } from './first-pages.ts';

/** What a page asks for, as addresses of this server. */
interface AskedAhead {
  /** What `index.html` names itself; it has to come before all else. */
  readonly styles: readonly string[];
  readonly main: readonly string[];
  readonly code: readonly string[];
  /** The code of its texts by language. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** What its first calls ask, when its own address has no query. */
  readonly data: readonly string[];
}

/**
 * Writes `.vite/asked-ahead.json`: what the pages that people begin with ask for. The server names it with the page, so that the
 * browser fetches everything at the same time.
 */
export function askedAhead(): Plugin {
  let root = '';
  return {
    name: 'asked-ahead',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    async writeBundle({ dir }, bundle) {
      const pages: Record<string, AskedAhead> = { '/sign-in': filesOfPage(root, bundle, SIGN_IN) };
      for (const [path, page] of Object.entries(TIME_PAGES))
        pages[path] = { ...filesOfPage(root, bundle, page), data: await firstData(path) };
      await writeFile(join(dir ?? '', '.vite/asked-ahead.json'), JSON.stringify(pages));
    },
  };
}

function filesOfPage(root: string, bundle: Rolldown.OutputBundle, page: FirstPage): AskedAhead {
  const named = [...htmlOf(bundle).matchAll(/(?:href|src)="\/(assets\/[^"]+)"/g)].map(
    ([, file = '']) => file,
  );
  const addresses = (ending: string) =>
    named.filter((file) => file.endsWith(ending)).map((file) => `/${file}`);
  const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const filesOf = (modules: readonly string[]) =>
    [
      ...closureOf(
        chunks,
        modules.map((module) => chunkOf(root, chunks, module)),
      ),
    ]
      .filter((file) => !named.includes(file))
      .map((file) => `/${file}`);
  const code = filesOf([page.module]);
  const textsIn = (language: string) =>
    filesOf(page.texts.map((area) => textsModule(area, language))).filter((file) => !code.includes(file));
  return {
    styles: addresses('.css'),
    main: addresses('.js'),
    code,
    texts: Object.fromEntries(LANGUAGES.map((each) => [each, textsIn(each)])),
    data: [],
  };
}

/** The page itself, which names what comes with the main script. */
function htmlOf(bundle: Rolldown.OutputBundle): string {
  const html = bundle['index.html'];
  if (html?.type !== 'asset') throw new Error('The build has no page');
  return html.source.toString();
}

function chunkOf(root: string, chunks: readonly Rolldown.OutputChunk[], module: string): string {
  const id = join(root, module);
  const found = chunks.find(({ moduleIds }) => moduleIds.includes(id));
  if (!found) throw new Error(`${module} is in no file of the build`);
  return found.fileName;
}

/** These files and all that they import at once. */
function closureOf(chunks: readonly Rolldown.OutputChunk[], files: readonly string[]): Set<string> {
  const all = new Set(files);
  // What is added while one goes through a set comes in its turn.
  for (const file of all)
    for (const imported of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) all.add(imported);
  return all;
}
