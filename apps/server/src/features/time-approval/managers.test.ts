import { expect, test } from 'vitest';
import type { Answer, TestPerson } from '../../testing/test-server.ts';
import { refusal, useWeeks } from './testing/use-weeks.ts';

const at = useWeeks();
const path = '/api/rest/timeApproval';

const put = (what: 'managers' | 'people', person: TestPerson, body: object): Promise<Answer> =>
  at.stint.ask(at.stint.people.administrator, 'PUT', `${path}/${what}/${person.id}`, body);

async function managers(): Promise<unknown[]> {
  const { body } = await at.stint.ask(at.me, 'GET', `${path}/managers`);
  return (body['data'] as unknown as { id: string }[]).map(({ id }) => id);
}

test('an administrator makes somebody an approval manager, at once, and ends it', async () => {
  const kinds = { isApprovalManager: true, isGlobalApprovalManager: false };
  expect((await at.stint.ask(at.me, 'GET', `${path}/all`)).status).toBe(403);
  expect((await put('managers', at.me, kinds)).body['data']).toMatchObject({
    user: { id: at.me.id },
    ...kinds,
    approvalManager: null,
  });
  expect(await managers()).toContain(at.me.id);
  expect((await at.stint.ask(at.me, 'GET', `${path}/all`)).status).toBe(200);
  await put('managers', at.me, { isApprovalManager: false, isGlobalApprovalManager: false });
  expect(await managers()).not.toContain(at.me.id);
  expect((await at.stint.ask(at.me, 'GET', `${path}/all`)).status).toBe(403);
});

test('those without a role are no choice', async () => {
  const former = await at.somebody('None', 'global');
  expect(await managers()).not.toContain(former.id);
  expect((await put('people', at.me, { approvalManagerId: former.id })).status).toBe(409);
});

test('a person’s manager is an approval manager, somebody else, or nobody', async () => {
  const boss = await at.somebody('Team', 'assigned');
  const set = await put('people', at.me, { approvalManagerId: boss.id });
  expect(set.body['data']).toMatchObject({ approvalManager: { id: boss.id } });
  const colleague = await at.somebody();
  for (const { id } of [colleague, at.stint.people.stranger]) {
    const refused = refusal(await put('people', at.me, { approvalManagerId: id }));
    expect(refused).toMatchObject({ status: 409, message: expect.stringMatching(/approvalManagerId/) });
  }
  expect((await put('people', boss, { approvalManagerId: boss.id })).status).toBe(409);
  expect((await put('people', at.me, { approvalManagerId: null })).body['data']).toMatchObject({
    approvalManager: null,
  });
});

test('an administrator lists people with their part in approvals', async () => {
  const boss = await at.somebody('Team', 'assigned');
  await put('people', at.me, { approvalManagerId: boss.id });
  const { body } = await at.stint.ask(at.stint.people.administrator, 'GET', `${path}/people`);
  expect(body['data']).toContainEqual(
    expect.objectContaining({
      user: expect.objectContaining({ id: at.me.id }),
      isApprovalManager: false,
      approvalManager: expect.objectContaining({ id: boss.id }),
    }),
  );
});
