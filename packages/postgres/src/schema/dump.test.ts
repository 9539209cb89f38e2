import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureMigrations } from '../testing/fixtures/folder.ts';
import { query } from '../testing/fixtures/query.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { dumpSchema } from './dump.ts';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([testDatabase(fixtureMigrations), testDatabase(fixtureMigrations)]);
});

afterAll(() => Promise.all([first.drop(), second.drop()]));

describe('dumpSchema', () => {
  it('describes every kind of object', async () => {
    const lines = (await dumpSchema(first.config)).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'note row level security grant stint_app delete/insert/select/update',
        'note.length integer generated stored char_length(body)',
        "note.body text not null default ''::text",
        'odd_value.odd_value_id bigint not null generated always as identity',
        'note note_pkey PRIMARY KEY (organization_id, note_id)',
        'note note_organization_id_parent_id_fkey FOREIGN KEY (organization_id, parent_id) REFERENCES note(organization_id, note_id)',
        'CREATE TRIGGER note_written AFTER INSERT ON public.note FOR EACH ROW EXECUTE FUNCTION note_written()',
      ]),
    );
    expect(
      lines.find((line) => line.startsWith('note own_organization permissive for all to public using')),
    ).toBeDefined();
  });

  it('is the same for the same schema and differs for another', async () => {
    expect(await dumpSchema(first.config)).toBe(await dumpSchema(second.config));
    const changes = [
      'alter table note alter column body drop not null',
      'create index note_body on note (body)',
      'alter table note disable row level security',
      'revoke delete on note from stint_app',
      `alter policy own_organization on note using (true)`,
      'alter table note disable trigger note_written',
    ];
    let before = await dumpSchema(second.config);
    for (const change of changes) {
      await query(second.config, change);
      const after = await dumpSchema(second.config);
      expect(after).not.toBe(before);
      before = after;
    }
  });
});
