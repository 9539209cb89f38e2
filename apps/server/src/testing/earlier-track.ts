import { sql } from 'kysely';
import type { TestPerson, TestServer } from './test-server.ts';

/** Moves a moment of the running track, given by its name in the record. */
const moved = (name: 'startedAt' | 'lastSignOfLife', seconds: number) => sql`
  jsonb_build_object(${name}::text, (state #> ${`{tracking,run,${name}}`}::text[])::float8 - ${seconds * 1000}::float8)`;

/**
 * Lets a person's running track have begun so many seconds earlier, and be without a sign of life for so much longer; the server's clock
 * looks at it at once, as after a long wait.
 */
export async function makeTrackEarlier(
  { server }: TestServer,
  person: TestPerson,
  seconds: number,
): Promise<void> {
  const { numUpdatedRows } = await server.dependencies.database.system
    .updateTable('track')
    .set((row) => ({
      version: row('version', '+', 1),
      deadline_at: new Date().toISOString(),
      state: sql`jsonb_set(state, '{tracking,run}',
        (state #> '{tracking,run}') || ${moved('startedAt', seconds)} || ${moved('lastSignOfLife', seconds)})`,
    }))
    .where('organization_id', '=', person.organizationId)
    .where('person_id', '=', person.id)
    .where('is_running', '=', true)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error('nothing is tracked');
}
