// Reads which of our files import which, from the sources themselves.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './root.mjs';

const SOURCE = /\.(ts|tsx|mjs)$/;
const SPECIFIER =
  /(?:^|[\s;}])(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** One import: both paths are relative to the checkout; `to` is null for packages that are not ours. */
export function readImports(folders) {
  const entries = entryPoints();
  const files = folders.flatMap((folder) => sourcesIn(join(root, folder)));
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(SPECIFIER)].map((match) => {
      const specifier = match[1] ?? match[2];
      return { from: relative(root, file), specifier, to: target(file, specifier, entries) };
    }),
  );
}

/** `@stint/name` and `@stint/name/part` with the file each stands for. */
function entryPoints() {
  const entries = new Map();
  for (const group of ['packages', 'apps']) {
    for (const name of readdirSync(join(root, group))) {
      const manifest = join(root, group, name, 'package.json');
      if (!existsSync(manifest)) continue;
      const { name: packageName, exports = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
      for (const [part, file] of Object.entries(exports)) {
        entries.set(packageName + part.slice(1), join(group, name, file));
      }
    }
  }
  return entries;
}

function target(file, specifier, entries) {
  if (specifier.startsWith('.')) return relative(root, join(dirname(file), specifier));
  return entries.get(specifier) ?? null;
}

function sourcesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return SOURCE.test(path) ? [path] : [];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .flatMap((name) => sourcesIn(join(path, name)));
}
