import { cssColour } from '@stint/ui';

/** Colours of series in their order: told apart from each other, and from the ground in every theme (contrast 3 or more). */
export const SERIES_COLOURS = [
  '#2f7fd0',
  '#d1651a',
  '#259a66',
  '#9b6bd3',
  '#d64f6b',
  '#1794a5',
  '#96852a',
  '#c15ba3',
  '#a5744a',
  '#7d8590',
] as const;

/** The colour of the n-th series; they begin anew when there are more series than colours. */
export function seriesColour(index: number): string {
  return SERIES_COLOURS[index % SERIES_COLOURS.length] ?? SERIES_COLOURS[0];
}

/** How the service writes that there is no colour, as of [Not Set]; it is drawn in grey, which is seen on every ground. */
const WHITE = '#ffffff';
const GREY = '#7d8590';

/** A colour of the data (six hex digits), else that of the n-th series. */
export function ownColour(colour: string, index: number): string {
  const own = cssColour(colour);
  return own?.toLowerCase() === WHITE ? GREY : (own ?? seriesColour(index));
}
