import { ODataError } from '../error.ts';

/**
 * Percent-decodes a part of a URL that was split before (OData URL Conventions 4.01, 2). `plusIsBlank`: a plus stands for a blank, as
 * browsers' forms write it. Throws ODataError for a sequence that is no UTF-8, and for U+0000, which no text in PostgreSQL can hold.
 */
export function decoded(raw: string, plusIsBlank: boolean): string {
  const text = plusIsBlank && raw.includes('+') ? raw.replaceAll('+', ' ') : raw;
  const result = text.includes('%') ? decodedSequences(text) : text;
  const nul = result.indexOf('\0');
  if (nul === -1) return result;
  throw new ODataError('SyntaxError', `The character U+0000 at position ${nul} is not accepted.`, {
    position: nul,
  });
}

function decodedSequences(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    const position = faultAt(text);
    const message = `The percent sequence at position ${position} (before decoding) is not the UTF-8 of a character.`;
    throw new ODataError('SyntaxError', message, { position });
  }
}

/** Where the first sequence stands that does not decode. */
function faultAt(text: string): number {
  for (const { 0: sequence, index } of text.matchAll(/(?:%[\da-f]{2})+|%/gi)) {
    try {
      decodeURIComponent(sequence);
    } catch {
      return index;
    }
  }
  return 0;
}
