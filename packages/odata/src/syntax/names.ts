import { ODataError } from '../error.ts';
import { classOf, DIGIT, LETTER, OTHER } from './characters.ts';

/** Longest identifier, in characters (OData CSDL 4.01, 17.2). */
const LONGEST_NAME = 128;

const ANY_SCRIPT = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*/uy;
const DOT = 0x2e;

/** The end of the name that begins at `start`, with the dots of a qualified one; `start` itself where none begins. */
export function nameEnd(text: string, start: number): number {
  let end = identifierEnd(text, start);
  while (end > start && text.charCodeAt(end) === DOT) {
    const next = identifierEnd(text, end + 1);
    if (next === end + 1) return end;
    end = next;
  }
  return end;
}

/** Whether a name could go on at this place: what stands before it is then no number of its own. */
export function goesOn(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  const kind = classOf(code);
  return kind === LETTER || kind === DIGIT || (code > 127 && identifierEnd(text, position) > position);
}

function identifierEnd(text: string, start: number): number {
  let end = start;
  let kind = classOf(text.charCodeAt(end));
  if (kind === DIGIT) return start;
  while (kind === LETTER || kind === DIGIT) {
    end += 1;
    kind = classOf(text.charCodeAt(end));
  }
  if (kind === OTHER && text.charCodeAt(end) > 127) {
    ANY_SCRIPT.lastIndex = start;
    end = start + (ANY_SCRIPT.exec(text)?.[0].length ?? 0);
  }
  if (end - start <= LONGEST_NAME) return end;
  const message = `The name at position ${start} is longer than ${LONGEST_NAME} characters.`;
  throw new ODataError('SyntaxError', message, { position: start });
}
