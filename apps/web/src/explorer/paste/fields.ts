import { parseDuration } from '@stint/domain';
import { type DateOrder, readDate, readTime } from './read-cells.ts';

/** What a pasted column may be. */
export const FIELDS = [
  'date',
  'start',
  'end',
  'length',
  'seconds',
  'workItem',
  'activityType',
  'comment',
] as const;
export type Field = (typeof FIELDS)[number];

/** What each column is; null for one that is left out. */
export type Mapping = readonly (Field | null)[];

/** The names that a column may have in its title, in any letter case; those of the page’s language are added. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  date: ['date', 'day', 'timestamp', 'worklogdate', 'datum', 'tag', 'jour', 'fecha', 'día', 'data', 'dzień'],
  start: ['start', 'from', 'begin', 'von', 'beginn', 'de', 'début', 'desde', 'inicio', 'od', 'początek'],
  end: ['end', 'to', 'until', 'bis', 'ende', 'à', 'fin', 'hasta', 'do', 'koniec'],
  length: [
    'length',
    'duration',
    'hours',
    'time',
    'dauer',
    'stunden',
    'durée',
    'heures',
    'duración',
    'horas',
    'czas',
    'godziny',
  ],
  seconds: ['seconds', 'periodlength', 'sekunden', 'secondes', 'segundos', 'sekundy'],
  workItem: ['work item', 'workitem', 'workitemid', 'id', 'item', 'ticket', 'work item id', 'element'],
  activityType: [
    'activity',
    'activity type',
    'activitytype/name',
    'activitytype',
    'tätigkeit',
    'tätigkeitsart',
    'activité',
    'actividad',
    'czynność',
  ],
  comment: [
    'comment',
    'note',
    'notes',
    'description',
    'kommentar',
    'notiz',
    'commentaire',
    'comentario',
    'komentarz',
    'opis',
  ],
};

/** What tells columns apart that have no title. */
export interface CellContext {
  readonly order: DateOrder;
  readonly thisYear: number;
  readonly activityNames: ReadonlySet<string>;
}

/** The columns as their titles name them; null where the first row holds no titles (fewer than two are known). */
export function mappingOfTitles(
  titles: readonly string[],
  own: Partial<Record<Field, string>>,
): Mapping | null {
  const used = new Set<Field>();
  const mapping = titles.map((title) => {
    const name = title.trim().toLowerCase();
    const field = FIELDS.find(
      (each) => !used.has(each) && (NAMES[each].includes(name) || own[each]?.toLowerCase() === name),
    );
    if (field) used.add(field);
    return field ?? null;
  });
  return used.size >= 2 ? mapping : null;
}

/** The columns as their content looks. */
export function mappingOfContent(rows: readonly (readonly string[])[], context: CellContext): Mapping {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const used = new Set<Field>();
  const columns = Array.from({ length: width }, (_, index) =>
    rows.map((row) => row[index] ?? '').filter((cell) => cell !== ''),
  );
  const clocks = columns.filter((cells) =>
    most(cells, (cell) => readTime(cell) !== null && cell.includes(':')),
  );
  const take = (field: Field) => {
    if (used.has(field)) return null;
    used.add(field);
    return field;
  };
  return columns.map((cells) => {
    if (cells.length === 0) return null;
    if (most(cells, (cell) => readDate(cell, context) !== null)) return take('date');
    if (clocks.includes(cells) && clocks.length > 1) return take('start') ?? take('end') ?? take('length');
    if (most(cells, (cell) => context.activityNames.has(cell.toLowerCase()))) return take('activityType');
    if (most(cells, (cell) => /^#?\d{2,9}$/.test(cell) && Number(cell.replace('#', '')) > 24))
      return take('workItem');
    if (most(cells, (cell) => parseDuration(cell).ok)) return take('length');
    return take('comment');
  });
}

function most(cells: readonly string[], isOne: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(isOne).length * 2 > cells.length;
}
