import { bindMember } from '../../bind/expression.ts';
import { fault } from '../../bind/faults.ts';
import type { ResultColumn } from '../../bind/result-shape.ts';
import type { Scope } from '../../bind/scope.ts';
import type { Member, Shape } from '../../bind/shape.ts';
import type { GroupKey } from '../../syntax/apply-ast.ts';
import type { PathNode } from '../../syntax/ast.ts';
import { notOffered } from './not-offered.ts';

/** What rows are grouped by: columns, and which of them are left out again, one after the other from the end, for totals. */
export interface Grouping {
  readonly columns: readonly ResultColumn[];
  readonly rollups: readonly Rollup[];
}

export interface Rollup {
  /** Of the columns, from the coarsest on; each may be several columns. */
  readonly levels: readonly (readonly number[])[];
  /** Whether there is a total of all too. */
  readonly withTotal: boolean;
}

/** Most levels of one roll-up. */
const MOST_LEVELS = 12;

/** Binds the keys of `groupby`; a complex value or an entity stands for all its values. */
export function groupingOf(keys: readonly GroupKey[], scope: Scope): Grouping {
  const columns: ResultColumn[] = [];
  const rollups: Rollup[] = [];
  const add = (path: PathNode) => columnsAt(path, scope).map((column) => placeOf(columns, column));
  for (const key of keys) {
    if (key.kind === 'path') add(key.path);
    else if (key.kind === 'rolluprecursive') throw notOffered('rolluprecursive', key.position);
    else {
      if (key.paths.length === 1 && !key.withTotal)
        throw notOffered('A levelled hierarchy in rollup', key.position);
      if (key.paths.length > MOST_LEVELS) {
        throw fault('TooComplex', `rollup has more than ${MOST_LEVELS} levels.`, key.position);
      }
      rollups.push({ levels: key.paths.map(add), withTotal: key.withTotal });
    }
  }
  const rolled = new Set(rollups.flatMap(({ levels }) => levels.flat()));
  const nullable = columns.map((column, index) =>
    rolled.has(index) ? { ...column, value: { ...column.value, nullable: true } } : column,
  );
  return { columns: nullable, rollups };
}

/** The column's place; one that is there already keeps its own. */
function placeOf(columns: ResultColumn[], column: ResultColumn): number {
  const path = column.path.join('/');
  const known = columns.findIndex((each) => each.path.join('/') === path);
  return known === -1 ? columns.push(column) - 1 : known;
}

function columnsAt(path: PathNode, scope: Scope): ResultColumn[] {
  const names = namesAlong(path, scope.shape);
  return valuesWithin(bindMember(path, scope), names, path.position);
}

/** The names of the path as they are declared, whatever their letter case in the query. */
function namesAlong({ segments }: PathNode, shape: Shape): string[] {
  const names: string[] = [];
  let at: Shape | null = shape;
  for (const segment of segments) {
    if (segment.type === 'variable') continue;
    if (segment.type !== 'name') throw notOffered('A key that is no property', segment.position);
    const member: Member | null = at?.member(segment.name) ?? null;
    if (!member && segment.name.includes('.')) continue;
    if (member?.kind === 'many')
      throw notOffered(`groupby over the collection ${member.name}`, segment.position);
    names.push(member?.name ?? segment.name);
    at = member?.kind === 'shape' ? member.shape : null;
  }
  return names;
}

function valuesWithin(member: Member, path: readonly string[], position: number): ResultColumn[] {
  if (member.kind === 'value') return [{ path, value: member.value }];
  if (member.kind !== 'shape') throw notOffered(`groupby over the collection ${member.name}`, position);
  const { shape } = member;
  const names = shape.type ? Object.keys(shape.type.properties) : shape.names();
  return names.flatMap((name) => {
    const inner = shape.member(name);
    return inner && inner.kind !== 'collection' ? valuesWithin(inner, [...path, name], position) : [];
  });
}
