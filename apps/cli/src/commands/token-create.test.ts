import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '@stint/server/testing';
import { stint } from '../testing/terminal.ts';

let at: TestServer;
let env: Record<string, string>;

beforeAll(async () => {
  at = await testServer();
  env = { DATABASE_URL: at.database.connectionString };
});
afterAll(() => at.close());

const create = (...args: string[]) => stint(['token', 'create', '--name', 'report', ...args], env);

describe('token create', () => {
  test('prints nothing but a token that works at once for that user', async () => {
    const { code, text, err } = await create('--user', 'TEAM@demo.local');
    expect([code, err]).toEqual([0, '']);
    expect(text).toMatch(/^\S{32,}\n$/);
    const me = await at.ask({ ...at.people.team, token: text.trim() }, 'GET', '/api/rest/me');
    expect(me.body['data']?.['user']?.['id']).toBe(at.people.team.id);
  });

  test('finds users of another organization', async () => {
    const { text } = await create('--user', 'stranger@demo.local', '--organization', 'Other');
    const me = await at.ask({ ...at.people.stranger, token: text.trim() }, 'GET', '/api/other/rest/me');
    expect(me.body['data']?.['user']?.['id']).toBe(at.people.stranger.id);
  });

  test('is in the audit log, without the token', async () => {
    const { text } = await create('--user', 'budget@demo.local');
    const rows = await at.server.dependencies.database.system
      .selectFrom('audit_log')
      .select(['action', 'entity', 'after'])
      .where('via', '=', 'cli')
      .execute();
    expect(rows).toContainEqual({
      action: 'create',
      entity: 'token',
      after: expect.objectContaining({ name: 'report' }),
    });
    expect(JSON.stringify(rows)).not.toContain(text.trim());
  });

  test('says which user or organization there is not', async () => {
    expect(await create('--user', 'nobody@demo.local')).toMatchObject({
      code: 1,
      text: '',
      err: 'There is no user "nobody@demo.local" in the organization "demo".\n',
    });
    expect(await create('--user', 'x', '--organization', 'none')).toMatchObject({
      code: 1,
      err: 'There is no organization "none".\n',
    });
  });
});
