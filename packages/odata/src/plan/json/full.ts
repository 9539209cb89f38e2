import type { Shape } from '../../bind/shape.ts';
import { isPrimitive, type Typed } from '../../bind/typed.ts';
import { sql, textConstant } from '../../sql/fragment.ts';
import type { Planning } from '../relation/planning.ts';
import type { JsonParts } from './parts.ts';
import { idOf } from './reference.ts';

type Members = [name: string, value: JsonParts][];

/** What `metadata=full` says of a row before its properties: its type, its id, and where its navigation leads (OData JSON Format 4.01, 4.5). */
export function annotationsOf<Context>(planning: Planning<Context>, shape: Shape): Members {
  const { type } = shape;
  const { prefix, isFull } = planning;
  if (!isFull || !type) return [];
  const members: Members = [[`${prefix}type`, [JSON.stringify(`#${type.name}`)]]];
  const id = idOf(planning, shape);
  if (!id) return members;
  members.push([`${prefix}id`, [sql`to_json(${id})::text`]]);
  for (const name of Object.keys(type.navigation)) {
    const link = sql`to_json(${id} || ${textConstant(`/${name}`)})::text`;
    members.push([`${name}${prefix}navigationLink`, [link]]);
  }
  return members;
}

/** The type of a value, where its JSON does not tell it. */
export function typeAnnotation<Context>(
  { prefix, isFull }: Planning<Context>,
  name: string,
  { type }: Typed,
): Members {
  if (!isFull || type.kind === 'null' || isPrimitive(type, 'Edm.String', 'Edm.Boolean', 'Edm.Double'))
    return [];
  const short = type.kind === 'primitive' ? type.name.slice('Edm.'.length) : type.name;
  return [[`${name}${prefix}type`, [JSON.stringify(`#${short}`)]]];
}
