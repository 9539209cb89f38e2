import { ODataError } from '../error.ts';
import type { ParsedTarget } from '../url/target.ts';

/** Throws ODataError for options that are right in themselves, but mean nothing here (OData Protocol 4.01, 11.2.12 and 11.3). */
export function checkOptions({
  path,
  options: { deltatoken, id, index, schemaversion },
}: ParsedTarget): void {
  if (deltatoken !== undefined) {
    throw new ODataError('NotImplemented', 'Changes are not tracked here.', { target: '$deltatoken' });
  }
  if (schemaversion !== undefined && schemaversion !== '*') {
    const message = `There is no version ${schemaversion.slice(0, 60)} of the schema.`;
    throw new ODataError('NotFound', message, { target: '$schemaversion' });
  }
  if (id !== undefined && path.kind !== 'entity') {
    throw new ODataError('InvalidQuery', '$id is for /$entity.', { target: '$id' });
  }
  if (index !== undefined)
    throw new ODataError('InvalidQuery', '$index is for writes.', { target: '$index' });
}
