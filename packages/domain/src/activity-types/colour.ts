/** Says whether a text is a colour as the API writes it: six hex digits without `#` (api.md 3.2). */
export function isColour(text: string): boolean {
  return /^[0-9a-f]{6}$/i.test(text);
}
