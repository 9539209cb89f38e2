import type { Widget } from '@stint/contract';
import { widgetColumns } from '@stint/domain';

/** Words of fields that have one in the language in force. */
export interface FieldWords {
  readonly fieldTracked: string;
  readonly fieldDate: string;
  readonly fieldPerson: string;
}

/** What a field of the data is called: by its word, else as it is. */
export function fieldWord(field: string, words: FieldWords): string {
  if (field === 'PeriodLength') return words.fieldTracked;
  if (field === 'WorklogDate.ShortDate') return words.fieldDate;
  return field === 'User.Name' ? words.fieldPerson : field;
}

/** What a field of the data is called in a widget: as the title of the column that shows it, else by its word, else as it is. */
export function fieldName(widget: Widget, field: string, words: FieldWords): string {
  const column = widgetColumns(widget).find((each) => [each.field ?? []].flat()[0] === field);
  return column?.title ? column.title : fieldWord(field, words);
}
