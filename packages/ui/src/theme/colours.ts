import { lightPalette, type Palette } from './palettes.ts';

/** The palette as CSS variables of the theme in force, for styles: `colours.run` is `var(--stint-run)`. */
export const colours = Object.fromEntries(
  Object.keys(lightPalette).map((name) => [name, `var(--stint-${name})`]),
) as unknown as Palette;

/** A colour from the API as CSS: six hex digits, with or without `#`; null for anything else. */
export function cssColour(text: string): string | null {
  const digits = text.replace(/^#/, '');
  return /^[0-9a-f]{6}$/i.test(digits) ? `#${digits}` : null;
}
