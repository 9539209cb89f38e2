import type { Shape } from '../../bind/shape.ts';
import { isPrimitive, type Typed } from '../../bind/typed.ts';
import { ODataError } from '../../error.ts';
import type { EntityType } from '../../model/members.ts';
import { join, type Sql, sql, textConstant } from '../../sql/fragment.ts';
import { keyOf } from '../relation/entity-relation.ts';
import type { Planning } from '../relation/planning.ts';
import { type JsonParts, objectOf } from './parts.ts';
import { textOfValue } from './value.ts';

/** `{"@odata.id":"Products(5)"}`, relative to the service's root. Throws ODataError for entities that are in no set. */
export function referenceOf<Context>(planning: Planning<Context>, shape: Shape): JsonParts {
  const id = idOf(planning, shape);
  if (id) return objectOf([[`${planning.prefix}id`, [sql`to_json(${id})::text`]]]);
  const name = shape.type?.name ?? 'This';
  throw new ODataError('NotImplemented', `${name} has no set, so that nothing can refer to it.`);
}

/** The text of an entity's id; null for what is in no set. */
export function idOf<Context>({ model }: Planning<Context>, shape: Shape): Sql | null {
  const { type } = shape;
  const set = Object.entries(model.sets).find(([, each]) => each.type.name === type?.name);
  if (!set || type?.kind !== 'entity') return null;
  const [name] = set;
  const entity: EntityType<never> = type;
  const values = keyOf(shape, entity).map(keyText);
  const isSingle = values.length === 1;
  const named = values.map((value, index) =>
    isSingle ? value : sql`${textConstant(`${entity.key[index]}=`)} || ${value}`,
  );
  return sql`(${textConstant(`${name}(`)} || ${join(named, ` || ',' || `)} || ')')`;
}

/** Characters that would end or part a segment of a URL; the percent sign first. */
const ESCAPES = [
  ['%', '%25'],
  ['/', '%2F'],
  ['?', '%3F'],
  ['#', '%23'],
  [' ', '%20'],
  ["'", "''"],
] as const;

function keyText(value: Typed): Sql {
  if (!isPrimitive(value.type, 'Edm.String')) return textOfValue(value);
  const escaped = ESCAPES.reduce(
    (text, [character, code]) => sql`replace(${text}, ${textConstant(character)}, ${textConstant(code)})`,
    value.sql,
  );
  return sql`'''' || ${escaped} || ''''`;
}
