import { pathToFileURL } from 'node:url';
import type { ESTree } from 'vite';
import { colours } from '../../src/theme/colours.ts';

/** The values of imports that styles may be made of, by name. */
export type ImportedValues = Readonly<Record<string, unknown>>;

/** Gives the palette, and the constants that a module imports from files beside it as far as `mentions` says that its styles name them. */
export async function importedValues(
  program: ESTree.Program,
  id: string,
  mentions: (name: string) => boolean,
): Promise<ImportedValues> {
  const values: Record<string, unknown> = { colours };
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration' || !/^\..*\.ts$/.test(statement.source.value)) continue;
    const names = statement.specifiers.map(({ local }) => local.name).filter((name) => name !== 'colours');
    const wanted = names.filter(mentions);
    if (wanted.length === 0) continue;
    const module = (await import(new URL(statement.source.value, pathToFileURL(id)).href)) as ImportedValues;
    for (const name of wanted) values[name] = module[name];
  }
  return values;
}
