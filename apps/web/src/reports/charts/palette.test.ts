import { expect, test } from 'vitest';
import { ownColour, SERIES_COLOURS, seriesColour } from './palette.ts';

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test.each(SERIES_COLOURS)('%s stands out from the panels of all themes', (colour) => {
  for (const ground of ['#ffffff', '#242322', '#000000'])
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
});

test('colours begin anew, and those of the data go first', () => {
  expect(seriesColour(10)).toBe(seriesColour(0));
  expect(ownColour('c239b3', 4)).toBe('#c239b3');
  expect(ownColour('', 1)).toBe(SERIES_COLOURS[1]);
});

test('white, which is no colour, is grey in every place', () => {
  expect([ownColour('ffffff', 0), ownColour('#FFFFFF', 3)]).toEqual([SERIES_COLOURS[9], SERIES_COLOURS[9]]);
});
