import { refusedValue } from '../../refusal.ts';
import type { StoredType } from './store.ts';

/** The types in the order of these ids; DbValidationError unless each type stands there once. */
export function checkOrder(types: readonly StoredType[], ids: readonly string[]): StoredType[] {
  const known = new Map(types.map((type) => [type.id, type]));
  const ordered = ids.map((id) => {
    const type = known.get(id);
    if (!type) throw refusedValue('ids', `there is no activity type ${id}; GET /activityTypes lists them.`);
    return type;
  });
  const twice = ordered.find((type, index) => ordered.indexOf(type) < index);
  if (twice) throw refusedValue('ids', `${twice.name} stands there twice.`);
  const missing = types.filter((type) => !ordered.includes(type)).map(({ name }) => name);
  if (missing.length > 0)
    throw refusedValue('ids', `must have every activity type; missing: ${missing.join(', ')}.`);
  return ordered;
}
