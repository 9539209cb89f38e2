import { fault } from '../faults.ts';
import { bracket } from './pattern-bracket.ts';
import { escapedCharacter, literal } from './pattern-characters.ts';
import { notSupported, type Reader, refused, SETS } from './pattern-reader.ts';

/** Longest pattern, in characters, and most copies that counts such as `{3,9}`, one within the other, may make of a part. */
const LONGEST_PATTERN = 500;
const MOST_COPIES = 1000;
const LARGEST_COUNT = 255;
const DEEPEST_GROUPS = 30;

/** What ends a line: the dot stands for everything else. */
const NO_LINE_END = '[^\\n\\r\\u2028\\u2029]';

/** A part of a pattern, and how many copies of it its counts make. */
interface Part {
  readonly text: string;
  readonly copies: number;
}

/**
 * Translates a pattern of ECMAScript to an advanced regular expression of PostgreSQL that matches the same texts. Groups capture nothing
 * and there are no references back, so that PostgreSQL needs time only in proportion to the text. Flags: i, m, s, u. Throws ODataError
 * for what is no pattern, for references, look-around and Unicode properties, and for what is too large.
 */
export function posixPattern(pattern: string, flags: string, position: number): string {
  if (!/^[imsu]*$/.test(flags)) throw refused('Flags of a pattern are i, m, s and u', position);
  if (pattern.length > LONGEST_PATTERN) {
    const message = `The pattern at position ${position} is longer than ${LONGEST_PATTERN} characters.`;
    throw fault('TooComplex', message, position);
  }
  const dot = flags.includes('s') ? '.' : NO_LINE_END;
  const reader: Reader = { pattern, position, at: 0, depth: 0, dot };
  const { text } = alternatives(reader);
  if (reader.at < pattern.length) throw refused('A parenthesis is closed that was not opened', position);
  // `***:` says that no director of its own is read from the text that follows.
  return `***:(?${flags.includes('i') ? 'i' : 'c'}${flags.includes('m') ? 'w' : 's'})${text}`;
}

function alternatives(reader: Reader): Part {
  const parts = [sequence(reader)];
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1;
    parts.push(sequence(reader));
  }
  return joined(parts, '|');
}

function joined(parts: readonly Part[], separator: string): Part {
  const text = parts.map((part) => part.text || (separator === '|' ? '(?:)' : '')).join(separator);
  return {
    text: parts.length === 1 ? (parts[0]?.text ?? '') : text,
    copies: parts.reduce((sum, part) => sum + part.copies, 0),
  };
}

function sequence(reader: Reader): Part {
  const parts: Part[] = [];
  for (;;) {
    const next = reader.pattern[reader.at];
    if (next === undefined || next === '|' || next === ')') return joined(parts, '');
    parts.push(repeated(reader, atom(reader)));
  }
}

const ANCHORS: Readonly<Record<string, string>> = { '^': '^', $: '$' };

function atom(reader: Reader): Part & { readonly isAnchor?: boolean } {
  const { pattern, position } = reader;
  const character = String.fromCodePoint(pattern.codePointAt(reader.at) ?? 0);
  reader.at += character.length;
  const anchor = ANCHORS[character];
  if (anchor) return { text: anchor, copies: 1, isAnchor: true };
  if (character === '(') return group(reader);
  if (character === '[') return { text: bracket(reader), copies: 1 };
  if (character === '\\') return escape(reader);
  if (character === '.') return { text: reader.dot, copies: 1 };
  if ('*+?{'.includes(character)) throw refused(`Nothing stands before "${character}" to repeat`, position);
  return { text: literal(character, reader), copies: 1 };
}

function group(reader: Reader): Part {
  const { pattern, position } = reader;
  if (pattern[reader.at] === '?') {
    if (pattern[reader.at + 1] !== ':') throw notSupported('look-around and named groups are', position);
    reader.at += 2;
  }
  reader.depth += 1;
  if (reader.depth > DEEPEST_GROUPS)
    throw fault('TooComplex', `The pattern at position ${position} is nested too deeply.`, position);
  const inner = alternatives(reader);
  if (pattern[reader.at] !== ')') throw refused('A parenthesis is not closed', position);
  reader.at += 1;
  reader.depth -= 1;
  return { text: `(?:${inner.text})`, copies: inner.copies };
}

const COUNT = /\{(\d{1,5})(,(\d{0,5}))?\}/y;

/** The part with the `*`, `+`, `?` or count behind it; a lazy one matches the same texts. */
function repeated(reader: Reader, part: Part & { readonly isAnchor?: boolean }): Part {
  const { pattern, position } = reader;
  const next = pattern[reader.at] ?? '';
  if (!'*+?{'.includes(next) || next === '') return part;
  if (part.isAnchor) throw refused('An anchor is repeated', position);
  let [text, times] = [next, 2];
  if (next === '{') {
    COUNT.lastIndex = reader.at;
    const [count, least = '', range, most] = COUNT.exec(pattern) ?? [];
    if (count === undefined) throw refused('A brace begins no count such as {2,5}', position);
    text = count;
    times = Math.max(Number(least), Number(most ?? 0)) + (range === undefined ? 0 : 1);
    if (Number(least) > LARGEST_COUNT || Number(most ?? 0) > LARGEST_COUNT) {
      throw fault(
        'TooComplex',
        `A count in the pattern at position ${position} is above ${LARGEST_COUNT}.`,
        position,
      );
    }
    if (most && Number(most) < Number(least)) throw refused('A count ends below its beginning', position);
  }
  reader.at += text.length;
  if (pattern[reader.at] === '?') reader.at += 1;
  if ('*+?{'.includes(pattern[reader.at] ?? '') && reader.at < pattern.length) {
    throw refused('Something is repeated twice', position);
  }
  const copies = part.copies * Math.max(1, times);
  if (copies > MOST_COPIES)
    throw fault(
      'TooComplex',
      `The counts in the pattern at position ${position} multiply beyond ${MOST_COPIES}.`,
      position,
    );
  return { text: `${part.text}${text}`, copies };
}

/** What stands behind a backslash, outside of brackets. */
function escape(reader: Reader): Part & { readonly isAnchor?: boolean } {
  const letter = reader.pattern[reader.at] ?? '';
  if (letter === 'b' || letter === 'B') {
    reader.at += 1;
    return { text: letter === 'b' ? '\\y' : '\\Y', copies: 1, isAnchor: true };
  }
  const set = SETS[letter.toLowerCase()];
  if (set !== undefined) {
    reader.at += 1;
    return { text: letter === letter.toLowerCase() ? `[${set}]` : `[^${set}]`, copies: 1 };
  }
  return { text: literal(escapedCharacter(reader), reader), copies: 1 };
}
