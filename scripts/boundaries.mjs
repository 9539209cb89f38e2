// Checks which way the arrows point (docs/architecture.md): apps → packages → domain, no circles, no feature in
// another feature's store. Prints one line per wrong import and exits with 1 when there is one.
import { readImports } from './lib/imports.mjs';

const imports = readImports(['packages', 'apps', 'bench', 'e2e', 'examples']);
if (imports.length < 100)
  throw new Error(`Only ${imports.length} imports were found: the check reads the wrong files.`);

const isTest = (path) => /\.test\.tsx?$|\/testing\//.test(path);
const featureOf = (path) => /^apps\/server\/src\/features\/([^/]+)\//.exec(path ?? '')?.[1];

const rules = [
  {
    name: 'packages/domain imports nothing but itself',
    broken: ({ from, to }) =>
      from.startsWith('packages/domain/') && !isTest(from) && !to?.startsWith('packages/domain/'),
  },
  {
    name: 'packages know no apps',
    broken: ({ from, to }) => from.startsWith('packages/') && to?.startsWith('apps/'),
  },
  {
    name: 'a package is entered by its exports',
    broken: ({ from, specifier, to }) =>
      specifier.startsWith('.') &&
      to !== null &&
      from.split('/').slice(0, 2).join('/') !== to.split('/').slice(0, 2).join('/') &&
      /^(packages|apps)\//.test(to),
  },
  {
    name: 'generic packages know nothing of time tracking',
    broken: ({ from, to }) =>
      /^packages\/(postgres|odata|signalr)\//.test(from) && /^packages\/(domain|contract)\//.test(to ?? ''),
  },
  {
    name: 'the desktop’s core and pages know neither Electron nor Node',
    broken: ({ from, specifier }) =>
      /^apps\/desktop\/src\/(core|ui)\//.test(from) &&
      !isTest(from) &&
      /^(electron$|electron\/|node:)/.test(specifier),
  },
  {
    name: 'the desktop’s core knows no page, and a page no main process',
    broken: ({ from, to }) =>
      (from.startsWith('apps/desktop/src/core/') &&
        /^apps\/desktop\/src\/(ui|main|lab|bridge)\//.test(to ?? '')) ||
      (from.startsWith('apps/desktop/src/ui/') && /^apps\/desktop\/src\/(main|lab)\//.test(to ?? '')),
  },
  {
    name: 'a feature asks another feature’s service, never its store',
    broken: ({ from, to }) =>
      featureOf(from) &&
      featureOf(to) &&
      featureOf(from) !== featureOf(to) &&
      /\/(store|sql|rows)[^/]*\.ts$/.test(to) &&
      !isTest(from),
  },
];

const faults = rules.flatMap((rule) =>
  imports.filter(rule.broken).map(({ from, specifier }) => `${from} imports ${specifier}: ${rule.name}`),
);
for (const circle of circles()) faults.push(`a circle: ${circle.join(' → ')}`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${imports.length} imports, none against the rules`);

/** Every circle among our files, found by depth-first search; each is told once. */
function circles() {
  const next = new Map();
  for (const { from, to } of imports) if (to !== null) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set();
  const found = [];
  function visit(file, path) {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const each of next.get(file) ?? []) visit(each, [...path, file]);
    done.add(file);
  }
  for (const file of next.keys()) visit(file, []);
  return found;
}
