import type { ExpandItem, QueryOptions, SelectItem } from '../../options-ast.ts';
import { printApply, printCompute, printOrderBy } from './apply.ts';
import { printExpression, printValue } from './expression.ts';
import { printSearch } from './search.ts';

type Printers = {
  readonly [Name in Exclude<keyof QueryOptions, 'aliases'>]-?: (
    value: NonNullable<QueryOptions[Name]>,
  ) => string;
};

const printers: Printers = {
  filter: (value) => printExpression(value),
  orderby: printOrderBy,
  select: (items) => items.map(printSelectItem).join(','),
  expand: (items) => items.map(printExpandItem).join(','),
  compute: printCompute,
  search: (value) => printSearch(value),
  apply: printApply,
  top: String,
  skip: String,
  count: String,
  levels: (value) => (value === Number.POSITIVE_INFINITY ? 'max' : String(value)),
};

/** Writes the options, each with its name, decoded. */
export function printOptions({ aliases = {}, ...options }: QueryOptions): string[] {
  const own = Object.entries(options).map(([name, value]) => {
    const print = printers[name as keyof Printers] as (value: unknown) => string;
    return `$${name}=${print(value)}`;
  });
  return [...own, ...Object.entries(aliases).map(([name, value]) => `${name}=${printValue(value)}`)];
}

function printSelectItem(item: SelectItem): string {
  if (item.kind === 'all') return item.namespace === undefined ? '*' : `${item.namespace}.*`;
  return `${item.names.join('/')}${item.parameters ? `(${item.parameters.join(',')})` : printNested(item.options)}`;
}

function printExpandItem({ names, suffix, options }: ExpandItem): string {
  return `${names.join('/')}${suffix === null ? '' : `/$${suffix}`}${printNested(options)}`;
}

function printNested(options: QueryOptions): string {
  const texts = printOptions(options);
  return texts.length === 0 ? '' : `(${texts.join(';')})`;
}
