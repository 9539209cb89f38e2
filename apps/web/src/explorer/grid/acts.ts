import type { Line } from '../data/lines.ts';

/** What one does with columns in their titles. */
export interface ColumnActs {
  readonly onSort: (field: string, isAdded: boolean) => void;
  readonly onMove: (field: string, steps: number) => void;
  /** While the edge is dragged. */
  readonly onResizing: (field: string, width: number) => void;
  readonly onResized: (field: string, width: number) => void;
}

/** What one does with the lines and columns of the grid. */
export interface GridActs extends Omit<ColumnActs, 'onResizing'> {
  readonly onToggleGroup: (path: string) => void;
  readonly onEditLine: (line: Extract<Line, { kind: 'row' }>) => void;
  readonly onDelete: () => void;
}
