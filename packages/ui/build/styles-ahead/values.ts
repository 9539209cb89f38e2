import type { ESTree } from 'vite';

/** What a program holds at its top: its constants and what it imports, by name. */
export interface TopLevel {
  readonly constants: ReadonlyMap<string, ESTree.Expression>;
  /** Values of imports that are known without running them. */
  readonly imports: Readonly<Record<string, unknown>>;
}

/** Reads a value that is written down in the source: literals, texts with values, objects, lists, sums, and constants made of these. */
export function valueOf(node: ESTree.Expression, top: TopLevel): unknown {
  switch (node.type) {
    case 'Literal':
      return node.value;
    case 'TemplateLiteral':
      return node.quasis
        .map(({ value }, index) => {
          const inserted = node.expressions[index];
          return value.cooked + (inserted ? String(valueOf(inserted, top)) : '');
        })
        .join('');
    case 'ObjectExpression':
      return Object.fromEntries(node.properties.map((property) => entryOf(property, top)));
    case 'ArrayExpression':
      return node.elements.map((element) => {
        if (element === null || element.type === 'SpreadElement') throw unreadable('a gap or spread');
        return valueOf(element, top);
      });
    case 'Identifier':
      return valueOfName(node.name, top);
    case 'MemberExpression':
      return memberOf(node, top);
    case 'BinaryExpression':
      return calculated(node, top);
    case 'UnaryExpression':
      if (node.operator === '-') return -Number(valueOf(node.argument, top));
      break;
    default:
      break;
  }
  throw unreadable(node.type);
}

function entryOf(property: ESTree.ObjectProperty | ESTree.SpreadElement, top: TopLevel): [string, unknown] {
  if (property.type === 'SpreadElement') throw unreadable('a spread');
  const { key, computed } = property;
  if (!computed && key.type === 'Identifier') return [key.name, valueOf(property.value, top)];
  return [String(valueOf(key as ESTree.Expression, top)), valueOf(property.value, top)];
}

function valueOfName(name: string, top: TopLevel): unknown {
  if (name === 'undefined') return undefined;
  if (Object.hasOwn(top.imports, name)) return top.imports[name];
  const constant = top.constants.get(name);
  if (!constant) throw unreadable(name);
  return valueOf(constant, top);
}

function memberOf(node: ESTree.MemberExpression, top: TopLevel): unknown {
  const object = valueOf(node.object, top) as Record<string, unknown>;
  const name = node.computed
    ? String(valueOf(node.property, top))
    : (node.property as ESTree.IdentifierName).name;
  if (!Object.hasOwn(object, name)) throw unreadable(name);
  return object[name];
}

function calculated(node: ESTree.BinaryExpression | ESTree.PrivateInExpression, top: TopLevel): unknown {
  const [left, right] = [valueOf(node.left as ESTree.Expression, top), valueOf(node.right, top)];
  switch (node.operator) {
    case '+':
      return typeof left === 'number' && typeof right === 'number'
        ? left + right
        : `${String(left)}${String(right)}`;
    case '-':
      return Number(left) - Number(right);
    case '*':
      return Number(left) * Number(right);
    case '/':
      return Number(left) / Number(right);
    default:
      throw unreadable(node.operator);
  }
}

function unreadable(what: string): Error {
  return new Error(`${what} has no value that can be read without running the program`);
}
