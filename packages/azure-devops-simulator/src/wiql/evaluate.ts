import { isPerson } from '../world/people.ts';
import { textOf } from '../world/text.ts';
import type { Fields } from '../world/world.ts';
import type { Condition, Operator, Wiql } from './parse.ts';

/** What macros stand for. */
export type Macros = { readonly me: string; readonly project: string | null; readonly today: string };

/** Whether an item's fields meet a condition. */
export function meets(fields: Fields, condition: Condition | null, macros: Macros): boolean {
  if (condition === null) return true;
  switch (condition.kind) {
    case 'and':
      return meets(fields, condition.left, macros) && meets(fields, condition.right, macros);
    case 'or':
      return meets(fields, condition.left, macros) || meets(fields, condition.right, macros);
    case 'not':
      return !meets(fields, condition.inner, macros);
    default:
      return condition.values.some((value) =>
        compare(valueOf(fields, condition.field), condition.operator, expand(value, macros)),
      );
  }
}

/** A comparison function for the ORDER BY of a query; ids decide between equals. */
export function byOrder({ orderBy }: Wiql): (left: Fields, right: Fields) => number {
  return (left, right) => {
    for (const { field, descending } of orderBy) {
      const order = orderOf(valueOf(left, field), valueOf(right, field));
      if (order !== 0) return descending ? -order : order;
    }
    return Number(left['System.Id']) - Number(right['System.Id']);
  };
}

/** The words of a text as full-text search sees them. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+\*?/gu) ?? [];

function compare(actual: unknown, operator: Operator, wanted: string): boolean {
  const text = shownText(actual).toLowerCase();
  const value = wanted.toLowerCase();
  switch (operator) {
    case '=':
    case 'in':
    case 'ever':
      return isPerson(actual)
        ? [actual.uniqueName, actual.displayName.toLowerCase()].includes(value)
        : text === value;
    case '<>':
      return text !== value;
    case 'contains':
      return text.includes(value);
    case 'contains words':
      return containsWords(text, value);
    case 'under':
      return text === value || text.startsWith(`${value}\\`);
    default: {
      const order = orderOf(actual, typeof actual === 'number' ? Number(wanted) : wanted);
      if (operator === '<') return order < 0;
      if (operator === '<=') return order <= 0;
      return operator === '>' ? order > 0 : order >= 0;
    }
  }
}

function containsWords(text: string, wanted: string): boolean {
  const words = wordsOf(text);
  return wordsOf(wanted).every((word) =>
    word.endsWith('*') ? words.some((one) => one.startsWith(word.slice(0, -1))) : words.includes(word),
  );
}

function valueOf(fields: Fields, name: string): unknown {
  return (
    fields[name] ?? fields[Object.keys(fields).find((key) => key.toLowerCase() === name.toLowerCase()) ?? '']
  );
}

const shownText = (value: unknown): string => (isPerson(value) ? value.displayName : textOf(value));

function orderOf(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return shownText(left).localeCompare(shownText(right), 'en');
}

function expand(value: string, { me, project, today }: Macros): string {
  const macro = value.toLowerCase();
  if (macro === '@me') return me;
  if (macro === '@project') return project ?? '';
  return macro === '@today' ? today : value;
}
