import { heldAs, isWholeNumber, type Typed } from '../../bind/typed.ts';

/** The PostgreSQL type that every value of an expression fits in: whole numbers are computed wider than their type says. */
export function fittingType({ type, storage }: Pick<Typed, 'type' | 'storage'>): string {
  return isWholeNumber(type) ? 'bigint' : heldAs(type, storage);
}
