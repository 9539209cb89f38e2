import { aliasOf } from '../../bind/paths/aliases.ts';
import type { Argument, Expression, LiteralNode } from '../../syntax/ast.ts';

/**
 * A valid key as it stands in canonical URLs: `(5)`, or `(OrderId=5,Number=2)` in the order of the type's key, with what parameter
 * aliases stand for in their place (OData Protocol 4.01, 10). An alias of what is no literal stays.
 */
export function keyText(
  key: readonly string[],
  items: readonly Argument[],
  aliases: ReadonlyMap<string, Expression>,
): string {
  const texts = key.map((name) => {
    const item = items.find((each) => each.name === null || each.name.toLowerCase() === name.toLowerCase());
    const text = item ? valueText(item.value, aliases) : '';
    return key.length === 1 ? text : `${name}=${text}`;
  });
  return `(${texts.join()})`;
}

function valueText(value: Expression, aliases: ReadonlyMap<string, Expression>): string {
  if (value.kind === 'literal') return literalText(value);
  const name = aliasOf(value) ?? '';
  const meant = aliases.get(name);
  return meant?.kind === 'literal' ? literalText(meant) : name;
}

function literalText({ type, value, typeName }: LiteralNode): string {
  const quoted = () => `'${encodeURIComponent(value.replaceAll("'", "''"))}'`;
  if (type === 'string') return quoted();
  if (type === 'duration' || type === 'binary') return `${type}${quoted()}`;
  return type === 'enum' ? `${typeName ?? ''}${quoted()}` : value;
}
