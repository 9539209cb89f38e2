import { calls, roleIds, type UserWithRole } from '@stint/contract';
import { instant, offsetMinutes } from '@stint/domain';
import type { Dependencies } from '../../dependencies.ts';
import type { Organization } from '../../identity/organizations.ts';
import { userOf } from '../../identity/people.ts';
import { notFound } from '../../refusal.ts';
import { createPeople } from './service.ts';
import { findPerson, listPeople, type Page, type PersonWithRole } from './store.ts';

/** /me and the calls under /users. */
export function people({ router, clock, feed }: Pick<Dependencies, 'router' | 'clock' | 'feed'>): void {
  const service = createPeople({ feed });

  router.handle(calls.getMe, async ({ organization, principal, query }) => {
    const typeId = principal.defaultActivityTypeId ?? organization.systemDefaultActivityTypeId;
    const { id, name, collectionId } = organization;
    return {
      user: userOf(principal, organization, query.$expand),
      account: { vstsId: collectionId, vstsCollectionId: collectionId, name, id },
      defaultActivityType: organization.activityTypes.find((type) => type.id === typeId) ?? null,
      timeZone: offsetMinutes(principal.timeZone, instant(clock())),
    };
  });

  router.handle(calls.listUsers, async ({ db, organization, query }) => {
    const found = await listPeople(db, organization.id, pageOf(query), {
      search: query.$search ?? '',
    });
    return found.map((person) => userOf(person, organization, query.$expand));
  });

  router.handle(calls.getUser, async ({ db, organization, params, query }) => {
    const person = await findPerson(db, organization.id, { id: params.id });
    if (!person) throw notFound('user', params.id);
    return userOf(person, organization, query.$expand);
  });

  router.handle(calls.listUserRoles, async ({ db, organization, query }) => {
    const withNoneRoles = query.includeNoneRoles ?? false;
    const found = await listPeople(db, organization.id, pageOf(query), { withNoneRoles });
    return found.map((person) => withRole(person, organization, query.$expand));
  });

  router.handle(calls.setUserRoles, (asked) => service.assignRoles(asked, asked.body.users));

  router.handle(calls.addUser, async (asked) =>
    withRole(await service.add(asked, asked.body), asked.organization, undefined),
  );

  router.handle(calls.changeUser, async (asked) =>
    withRole(await service.change(asked, asked.params.id, asked.body), asked.organization, undefined),
  );
}

function withRole(
  person: PersonWithRole,
  organization: Organization,
  expand: string | undefined,
): UserWithRole {
  return { ...userOf(person, organization, expand), role: { name: person.role, id: roleIds[person.role] } };
}

function pageOf(query: { $skip?: number; $count?: number }): Page {
  return { skip: query.$skip ?? 0, count: query.$count ?? 500 };
}
