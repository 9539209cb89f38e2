import type { TableColumn } from '@stint/domain';

/** The title of a column, else the fields that it shows. */
export function titleOf({ title, field = [] }: TableColumn): string {
  return title === undefined || title === '' ? [field].flat().join(', ') : title;
}
