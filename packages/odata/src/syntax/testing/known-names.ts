import { shopNames } from './grammar/shop-names.ts';

const simple = new Set([
  ...Object.values(shopNames).flat(),
  'Tree',
  'Big',
  '*',
  '$value',
  '$it',
  '$this',
  '$root',
  '$these',
  '@a',
]);
const qualified = new Set([
  'Shop.Food',
  'Shop.Score',
  'Shop.Cheap',
  'Shop.median',
  'Shop.Unit',
  'Edm.String',
  'Shop',
]);
const holders = new Set([
  'name',
  'names',
  'variable',
  'term',
  'qualifier',
  'prefix',
  'parameters',
  'typeName',
  'namespace',
  'method',
]);
const words = new Set(['sum', 'min', 'max', 'average', 'countdistinct']);

/** Nothing of their own stands behind these. */
const values = new Set(['Name', 'Price', 'Id', 'Sold', 'Tags', 'Photo', 'Forecast', 'Total', 'Share']);

/** Whether the shop knows every name in a tree, and where it stands: our parser does not look names up, the OASIS one does. */
export function hasKnownNames(tree: unknown): boolean {
  if (Array.isArray(tree)) return fits(tree) && tree.every(hasKnownNames);
  if (typeof tree !== 'object' || tree === null) return true;
  if ('kind' in tree && tree.kind === 'call') return 'args' in tree && hasKnownNames(tree.args);
  return Object.entries(tree).every(([key, value]) =>
    isNameOf(tree, key)
      ? isKnown(value, key) && (!Array.isArray(value) || fits(value))
      : hasKnownNames(value),
  );
}

/** A path, as segments or names: behind a value comes no other name, and only functions are called with nothing. */
function fits(path: readonly unknown[]): boolean {
  const nameOf = (segment: unknown) =>
    typeof segment === 'object' && segment !== null && 'type' in segment && 'name' in segment
      ? segment.name
      : segment;
  return path.every((segment, index) => {
    const before = nameOf(path[index - 1]);
    if (typeof before !== 'string') return true;
    if (typeof nameOf(segment) === 'string') return !values.has(before) || nameOf(segment) === 'Shop.Score';
    const isEmpty =
      typeof segment === 'object' && segment !== null && 'items' in segment && String(segment.items) === '';
    return !isEmpty || before === 'Shop.Score' || before === 'Shop.Cheap';
  });
}

/** The members of an object that was written as JSON may have any name. */
function isNameOf(tree: object, key: string): boolean {
  return holders.has(key) && !(key === 'name' && 'value' in tree && !('position' in tree));
}

function isKnown(value: unknown, key: string): boolean {
  if (Array.isArray(value)) return value.every((item) => isKnown(item, key));
  if (typeof value !== 'string') return true;
  return (
    simple.has(value) ||
    qualified.has(value) ||
    (key === 'method' && words.has(value)) ||
    (key === 'typeName' && value === 'Shop.Colour')
  );
}
