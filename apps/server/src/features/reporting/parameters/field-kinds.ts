import { sql } from 'kysely';
import type { Db } from '../../../http/asked.ts';
import type { FieldKind } from './custom-fields.ts';

const kinds = new Map<string, FieldKind>([
  ['number', 'Numeric'],
  ['boolean', 'Boolean'],
]);

/** What fields hold, by the first work item that has each; a field that none has is left out. */
export async function readFieldKinds(
  db: Db,
  organizationId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, FieldKind>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; type: string | null }>`
    select name, (
      select jsonb_typeof(fields -> name) from work_item
      where organization_id = ${organizationId}::uuid and jsonb_typeof(fields -> name) <> 'null'
      limit 1
    ) as type
    from unnest(${names}::text[]) as name`.execute(db);
  return new Map(
    rows.flatMap(({ name, type }) => (type === null ? [] : [[name, kinds.get(type) ?? 'String']])),
  );
}
