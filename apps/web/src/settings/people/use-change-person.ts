import type { Client } from '@stint/client';
import { calls, type RoleName } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useClient } from '../../api/client.ts';
import { useOptimistic } from '../../api/use-optimistic.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { peopleTexts } from '../../texts/people/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import type { ApprovalPart, Person } from './people.ts';
import { PEOPLE_KEY, PEOPLE_LIST_KEY } from './use-people.ts';

type PersonWish = { readonly isUndo?: boolean; readonly person: Person } & (
  | { readonly kind: 'role'; readonly role: RoleName }
  | { readonly kind: 'part'; readonly part: ApprovalPart }
  | { readonly kind: 'approver'; readonly approverId: string | null }
);

/** Gives a person another role, part in approvals or approver. It shows at once, and can be undone. */
export function useChangePerson(): (wish: PersonWish) => void {
  const client = useClient();
  const toast = useToast();
  const texts = useTexts(peopleTexts);
  const common = useTexts(commonTexts);
  const { mutate } = useOptimistic<PersonWish, unknown, Person[]>({
    queryKey: PEOPLE_LIST_KEY,
    send: (wish) => send(client, wish),
    foresee: (people, wish) =>
      people.map((each) => (each.id === wish.person.id ? { ...each, ...changeOf(wish) } : each)),
    refreshes: [PEOPLE_KEY],
    onDone: (_, wish) => {
      const { person } = wish;
      const back: PersonWish = { ...wish, ...changeOf({ ...wish, ...person }), isUndo: true };
      toast({
        text: texts.changed({ name: person.name }),
        ...(wish.isUndo !== true && { action: { name: common.undo, run: () => mutate(back) } }),
      });
    },
  });
  return mutate;
}

/** The field of a person that a wish is about. */
function changeOf(wish: PersonWish): Partial<Person> {
  switch (wish.kind) {
    case 'role':
      return { role: wish.role };
    case 'part':
      return { part: wish.part };
    default:
      return { approverId: wish.approverId };
  }
}

async function send(client: Client, wish: PersonWish): Promise<unknown> {
  const { id } = wish.person;
  switch (wish.kind) {
    case 'role': {
      const answer = await client.call(calls.setUserRoles, {
        body: { users: [{ id, role: { name: wish.role } }] },
      });
      const [failed] = answer.failedEntries;
      if (failed) throw new Error(failed.error.message);
      return answer;
    }
    case 'part':
      return client.call(calls.setApprovalManager, {
        params: { id },
        body: {
          isApprovalManager: wish.part !== 'none',
          isGlobalApprovalManager: wish.part === 'global',
        },
      });
    default:
      return client.call(calls.setApprovalPerson, {
        params: { id },
        body: wish.approverId === null ? {} : { approvalManagerId: wish.approverId },
      });
  }
}
