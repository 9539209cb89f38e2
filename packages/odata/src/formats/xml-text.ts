const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const SPECIAL = /[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Text for between tags or in an attribute's quotes; characters that XML 1.0 can't hold become U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(SPECIAL, (character) => escapes[character] ?? '\uFFFD');
}
