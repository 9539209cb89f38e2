import { NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { textOf } from '../../testing/browser.ts';
import type { Answer, TestPerson, TestServer } from '../../testing/test-server.ts';

export const NOT_SET = NOT_SET_ACTIVITY_TYPE.id;

export interface ListedType {
  id: string;
  name: string;
  color: string;
}

/** The calls under /activityTypes as tests ask them. */
export function activityTypesOf(at: TestServer) {
  const administrator = at.people.administrator;
  const ask = (
    method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    person?: TestPerson,
  ) => at.ask(person ?? administrator, method, `/api/rest/activityTypes${path}`, body);
  const list = async () => {
    const { body } = await at.ask(at.people.team, 'GET', '/api/rest/activityTypes');
    return body['data'] as unknown as {
      enabled: boolean;
      activityTypes: ListedType[];
      systemDefaultActivityTypeId: string;
    };
  };
  return {
    ask,
    list,
    names: async () => (await list()).activityTypes.map(({ name }) => name),
    /** Makes one; answers its id. */
    async add(name: string): Promise<string> {
      return textOf((await ask('POST', '', { name, color: '336699' })).body['data']?.['id']);
    },
  };
}

/** What a refusal says. */
export function said({ body }: Answer): string {
  return textOf(body['error']?.['message']);
}

/** The last audited acts on something, the latest first. */
export async function recordOf(at: TestServer, entity: string, entityId: string) {
  return at.server.dependencies.database.system
    .selectFrom('audit_log')
    .select(['action', 'person_id', 'before', 'after'])
    .where('entity', '=', entity)
    .where('entity_id', '=', entityId)
    .orderBy('id', 'desc')
    .execute();
}
