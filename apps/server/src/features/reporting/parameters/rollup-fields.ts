import { ODataError } from '@stint/odata';
import { INTEGERS, NUMBERS } from '../model/types/field-names.ts';
import { fieldValues, placeValues } from '../model/types/work-item-fields.ts';
import type { FieldKind } from './custom-fields.ts';

const numeric: ReadonlySet<string> = new Set([...INTEGERS, ...NUMBERS]);
const shown = { ...fieldValues, ...placeValues };

/**
 * Refuses fields that cannot be added up: those that the reporting types show as something else than a number, and those of which work
 * items hold something else (`kinds`). A field that no work item has passes; its sums are 0. Throws ODataError.
 */
export function checkRollupFields(
  names: readonly string[],
  kinds: ReadonlyMap<string, FieldKind> = new Map(),
): void {
  const wrong = names.find((name) => !canAddUp(name, kinds.get(name)));
  if (wrong === undefined) return;
  const message = `"${wrong}" holds no numbers that could be added up; expected numeric fields such as Microsoft.VSTS.Scheduling.Effort.`;
  throw new ODataError('InvalidQuery', message, { target: 'rollupFields' });
}

function canAddUp(name: string, kind: FieldKind | undefined): boolean {
  if (Object.hasOwn(shown, name.replaceAll('.', '_'))) return numeric.has(name);
  return kind === undefined || kind === 'Numeric';
}
