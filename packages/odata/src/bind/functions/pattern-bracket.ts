import { escapedCharacter, literal } from './pattern-characters.ts';
import { notSupported, type Reader, refused, SETS } from './pattern-reader.ts';

/** `[…]`; inside it, too, every character that is neither letter nor digit is escaped. */
export function bracket(reader: Reader): string {
  const { pattern, position } = reader;
  const isNegated = pattern[reader.at] === '^';
  if (isNegated) reader.at += 1;
  const members: string[] = [];
  while (pattern[reader.at] !== ']') {
    if (reader.at >= pattern.length) throw refused('A bracket is not closed', position);
    members.push(bracketMember(reader));
  }
  reader.at += 1;
  if (members.length === 0) throw notSupported('empty brackets are', position);
  return `[${isNegated ? '^' : ''}${members.join('')}]`;
}

function bracketMember(reader: Reader): string {
  const { pattern, position } = reader;
  const set = pattern[reader.at] === '\\' ? SETS[pattern[reader.at + 1] ?? ''] : undefined;
  if (set !== undefined) {
    reader.at += 2;
    return set;
  }
  const first = bracketCharacter(reader);
  if (pattern[reader.at] !== '-' || pattern[reader.at + 1] === ']') return literal(first, reader);
  reader.at += 1;
  const last = bracketCharacter(reader);
  if ((first.codePointAt(0) ?? 0) > (last.codePointAt(0) ?? 0))
    throw refused('A range ends before its beginning', position);
  return `${literal(first, reader)}-${literal(last, reader)}`;
}

function bracketCharacter(reader: Reader): string {
  const { pattern, position } = reader;
  const character = String.fromCodePoint(pattern.codePointAt(reader.at) ?? 0);
  if (character !== '\\') {
    reader.at += character.length;
    return character;
  }
  reader.at += 1;
  if (/^[DWS]$/.test(pattern[reader.at] ?? ''))
    throw notSupported('\\D, \\W and \\S within brackets are', position);
  if (pattern[reader.at] === 'b') {
    reader.at += 1;
    return '\b';
  }
  return escapedCharacter(reader);
}
