import { FRAME_TEXTS, TIME_PAGES } from './first-pages.ts';

/** What the bundler tells of modules. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const OWN_TEXTS = new RegExp(`/texts/(?:${FRAME_TEXTS.join('|')})/(\\w\\w)\\.ts$`);

/** The part of `react-dom` that the main script needs before it renders. */
const SMALL_RENDERER = /\/react-dom\/(?:index|cjs\/react-dom\.[\w.]+)\.js$/;

/**
 * Which modules come as one file, though pages could have them one by one: on a phone each file costs a way to the server. What eleven
 * chunks or more share; what several pages of time share, for they are where people begin (the main script needs some of it too, so it
 * comes with it); and the texts that all pages need.
 */
export function piecesOf(root: string) {
  const fromPages = onceFor((modules) =>
    Object.values(TIME_PAGES).map(({ module }) => reachedFrom(`${root}${module}`, modules)),
  );
  const fromMain = onceFor((modules) => reachedFrom(`${root}src/main.tsx`, modules));
  const sharedInTime = (id: string, modules: Modules) =>
    !fromMain(modules).has(id) && fromPages(modules).filter((page) => page.has(id)).length > 1;
  return [
    {
      name: 'pieces',
      test: /@fluentui\/react-icons\/|\/(apps\/web|packages)\/.*src\//,
      minShareCount: 11,
    },
    { debugName: 'texts', name: (id: string) => nameOf('texts', OWN_TEXTS.exec(id)?.[1]) },
    {
      debugName: 'start',
      name: (id: string, modules: Modules) =>
        SMALL_RENDERER.test(id) || sharedInTime(id, modules) ? 'start' : null,
    },
  ];
}

function nameOf(kind: string, part: string | undefined): string | null {
  return part === undefined ? null : `${kind}-${part}`;
}

/** All modules that come with this one at once, itself among them. */
function reachedFrom(id: string, modules: Modules): Set<string> {
  const reached = new Set([id]);
  // What is added while one goes through a set comes in its turn.
  for (const each of reached)
    for (const imported of modules.getModuleInfo(each)?.importedIds ?? []) reached.add(imported);
  return reached;
}

/** Asks once; the modules are the same for all questions of a build. */
function onceFor<Value>(ask: (modules: Modules) => Value): (modules: Modules) => Value {
  let known: Value | undefined;
  return (modules) => (known ??= ask(modules));
}
