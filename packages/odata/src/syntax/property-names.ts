import type { Cursor } from './cursor.ts';

/** Parses names with slashes between them, also annotations (`@Term`); a `/$…` or `/*` behind them is left to the caller. */
export function parseNames(cursor: Cursor): string[] {
  const names = [parseName(cursor)];
  while (cursor.isSign('/') && (cursor.peek(1).kind === 'name' || cursor.peek(1).text === '@')) {
    cursor.next();
    names.push(parseName(cursor));
  }
  return names;
}

function parseName(cursor: Cursor): string {
  if (!cursor.takeSign('@')) return cursor.expectKind('name', 'a property').text;
  const { text: term } = cursor.expectKind('name', "an annotation's term");
  if (!cursor.takeSign('#')) return `@${term}`;
  return `@${term}#${cursor.expectSimpleName("an annotation's qualifier")}`;
}
