import { calls, type Group, roleIds } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { expectedVersions, tag } from '../../http/entity-tags.ts';
import { userOf } from '../../identity/people.ts';
import { notFound } from '../../refusal.ts';
import { createGroups } from './service.ts';
import { type GroupRow, listGroups, listMembers, type Page } from './store.ts';

/** The calls under /groups, but for the choice among the groups of Azure DevOps, which its connection answers. */
export function groups({ router, feed }: Pick<Dependencies, 'router' | 'feed'>): void {
  const service = createGroups({ feed });

  router.handle(calls.listGroups, async ({ db, organization, query }) =>
    (await listGroups(db, organization.id, pageOf(query))).map(groupOf),
  );

  router.handle(calls.getGroup, async (asked) => tagged(asked, await service.get(asked, asked.params.id)));

  router.handle(calls.addGroup, async (asked) => tagged(asked, await service.add(asked, asked.body)));

  router.handle(calls.changeGroup, async (asked) => {
    const { params, body, request } = asked;
    return tagged(asked, await service.change(asked, params.id, body, expectedVersions(request)));
  });

  router.handle(calls.deleteGroup, async (asked) => {
    await service.remove(asked, asked.params.id, expectedVersions(asked.request));
    return null;
  });

  router.handle(calls.listGroupMembers, async (asked) => {
    const { db, organization, params, query, reply } = asked;
    const group = await service.get(asked, params.id);
    tag(reply, group.version);
    const members = await listMembers(db, organization.id, group.id, pageOf(query));
    return members.map((person) => userOf(person, organization, query.$expand));
  });

  router.handle(calls.setGroupMembers, (asked) => changeMembers(asked, () => asked.body.ids));

  router.handle(calls.addGroupMember, (asked) =>
    changeMembers(asked, (present) => [...present, asked.body.id]),
  );

  router.handle(calls.removeGroupMember, (asked) =>
    changeMembers(asked, (present) => without(present, asked.params.personId)),
  );

  async function changeMembers(
    asked: Pick<Asked, 'db' | 'organization' | 'source' | 'request' | 'reply'> & { params: { id: string } },
    change: (present: readonly string[]) => readonly string[],
  ): Promise<Group> {
    const { params, request } = asked;
    return tagged(asked, await service.changeMembers(asked, params.id, change, expectedVersions(request)));
  }
}

function tagged({ reply }: Pick<Asked, 'reply'>, group: GroupRow): Group {
  tag(reply, group.version);
  return groupOf(group);
}

function groupOf({ id, name, source, externalId, role, memberCount }: GroupRow): Group {
  return { id, name, source, externalId, role: { name: role, id: roleIds[role] }, memberCount };
}

function without(present: readonly string[], id: string): readonly string[] {
  if (!present.includes(id)) throw notFound('member', id);
  return present.filter((each) => each !== id);
}

function pageOf(query: { $skip?: number; $count?: number }): Page {
  return { skip: query.$skip ?? 0, count: query.$count ?? 500 };
}
