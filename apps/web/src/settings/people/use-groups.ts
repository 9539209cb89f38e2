import { type BodyOf, calls, type Group, type GroupChange } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { peopleTexts } from '../../texts/people/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { GROUPS_KEY, PEOPLE_KEY } from './use-people.ts';

/** The groups that carry roles. */
export function useGroups() {
  const client = useClient();
  return useQuery({
    queryKey: [...GROUPS_KEY, 'list'],
    queryFn: ({ signal }) => client.call(calls.listGroups, { signal }),
  });
}

/** The people of one group. */
export function useMembers(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...GROUPS_KEY, id],
    queryFn: ({ signal }) => client.call(calls.listGroupMembers, { params: { id }, signal }),
  });
}

export type GroupCommand =
  | { readonly kind: 'change'; readonly group: Group; readonly change: GroupChange }
  | { readonly kind: 'delete'; readonly group: Group }
  | { readonly kind: 'add' | 'remove'; readonly group: Group; readonly personId: string };

/** Changes groups and who is in them. */
export function useGroupCommands(): (command: GroupCommand) => void {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(peopleTexts);
  const errorText = useErrorText();
  const { mutate } = useMutation({
    mutationFn: async (command: GroupCommand): Promise<unknown> => {
      const { id } = command.group;
      switch (command.kind) {
        case 'change':
          return client.call(calls.changeGroup, { params: { id }, body: command.change });
        case 'delete':
          return client.call(calls.deleteGroup, { params: { id } });
        case 'add':
          return client.call(calls.addGroupMember, { params: { id }, body: { id: command.personId } });
        default:
          return client.call(calls.removeGroupMember, { params: { id, personId: command.personId } });
      }
    },
    onSuccess: (_, { group }) => toast({ text: texts.changed({ name: group.name }) }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: PEOPLE_KEY }),
  });
  return mutate;
}

/** Makes a group. */
export function useAddGroup() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof calls.addGroup>) => client.call(calls.addGroup, { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: PEOPLE_KEY }),
  });
}
