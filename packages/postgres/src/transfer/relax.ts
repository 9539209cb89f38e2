import type { Client } from 'pg';

interface ForeignKey {
  readonly table: string;
  readonly name: string;
}

interface Trigger extends ForeignKey {
  readonly enabled: 'O' | 'R' | 'A';
}

const enabling = { O: 'enable', R: 'enable replica', A: 'enable always' } as const;

/**
 * Lets rows come in any order and as they are: foreign keys are checked at the end, and triggers of the schema do not
 * run. The owner may do this in a transaction, no superuser is needed. Returns what puts everything back and checks.
 */
export async function relaxRules(client: Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const id = (name: string) => client.escapeIdentifier(name);
  const { rows: keys } = await client.query<ForeignKey>(
    `select c.relname as table, o.conname as name from pg_constraint o join pg_class c on c.oid = o.conrelid
     where o.contype = 'f' and not o.condeferrable and o.conparentid = 0 and c.relname = any ($1)
       and c.relnamespace = 'public'::regnamespace`,
    [tables],
  );
  const { rows: triggers } = await client.query<Trigger>(
    `select c.relname as table, t.tgname as name, t.tgenabled as enabled
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgenabled <> 'D' and c.relname = any ($1) and c.relnamespace = 'public'::regnamespace`,
    [tables],
  );
  const alter = (table: string, change: string) => client.query(`alter table ${id(table)} ${change}`);

  for (const { table, name } of triggers) await alter(table, `disable trigger ${id(name)}`);
  for (const { table, name } of keys) await alter(table, `alter constraint ${id(name)} deferrable`);
  await client.query('set constraints all deferred');

  return async () => {
    await client.query('set constraints all immediate');
    for (const { table, name } of keys) await alter(table, `alter constraint ${id(name)} not deferrable`);
    for (const { table, name, enabled } of triggers)
      await alter(table, `${enabling[enabled]} trigger ${id(name)}`);
  };
}
