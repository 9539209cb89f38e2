import { useFormats, useTexts } from '@stint/ui';
import { useMemo } from 'react';
import { reportsTexts } from '../../texts/reports/texts.ts';
import type { CellStyle } from '../cells/cell.ts';

/** How cells are written for the person who looks at them. */
export function useCellStyle(): CellStyle {
  const formats = useFormats();
  const { noWorkItem } = useTexts(reportsTexts);
  return useMemo(() => ({ formats, noWorkItem, now: Date.now() }), [formats, noWorkItem]);
}
