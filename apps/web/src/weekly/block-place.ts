import type { CSSProperties } from 'react';
import { COLUMN_GAP_PIXELS, pixelsOf } from './geometry.ts';
import type { Block } from './layout/columns.ts';
import { STEP } from './layout/place.ts';

/** Height of a block in pixels; a short one has the room of a step. */
export function heightOf({ from, to }: Pick<Block, 'from' | 'to'>): number {
  return pixelsOf(Math.max(STEP, to - from));
}

/** Where a block stands in its column; a pixel stays free below it and beside it. */
export function placeOf(block: Pick<Block, 'from' | 'to' | 'lane' | 'lanes' | 'span'>): CSSProperties {
  const { from, lane, lanes, span } = block;
  const room = `(100% - ${COLUMN_GAP_PIXELS}px)`;
  return {
    top: pixelsOf(from),
    height: heightOf(block) - 1,
    left: `calc(${room} * ${lane / lanes} + 1px)`,
    width: `calc(${room} * ${span / lanes} - 2px)`,
  };
}
