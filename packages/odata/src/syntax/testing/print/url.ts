/**
 * Encodes a decoded query so that the OASIS grammar can read it: what separates is left as it is, and so are blanks, which that grammar
 * takes for a part of the word in `$search` when they are encoded; within a text in single quotes they must be.
 */
export function encoded(text: string): string {
  return text.replaceAll(/'(?:[^']|'')*'|[^']+/g, (part) =>
    part.startsWith("'") ? encodedPart(part) : encodedPart(part).replaceAll('%20', ' '),
  );
}

function encodedPart(text: string): string {
  return encodeURIComponent(text).replaceAll(/%(?:24|27|28|29|2A|2C|2F|3A|3B|3D|40)/g, (sequence) =>
    decodeURIComponent(sequence),
  );
}
