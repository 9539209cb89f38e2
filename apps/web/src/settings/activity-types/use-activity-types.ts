import type { Client } from '@stint/client';
import { type ActivityType, type AnswerOf, calls } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { OWN_KEY } from '../../api/personal-settings.ts';
import { useOptimistic } from '../../api/use-optimistic.ts';
import { activityTypesTexts } from '../../texts/activity-types/texts.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { TRACK_KEY } from '../../track/track-key.ts';
import { WORKLOGS_KEY } from '../../worklogs/worklogs-key.ts';

type ActivityTypeList = AnswerOf<typeof calls.listActivityTypes>;

const ACTIVITY_TYPES_KEY = ['activity-types'] as const;

/** The activity types, in their order, with the system default. */
export function useActivityTypes() {
  const client = useClient();
  return useQuery({
    queryKey: ACTIVITY_TYPES_KEY,
    queryFn: ({ signal }) => client.call(calls.listActivityTypes, { signal }),
  });
}

export type TypeWish = { readonly isUndo?: boolean } & (
  | { readonly kind: 'change'; readonly type: ActivityType; readonly before: ActivityType }
  | {
      readonly kind: 'order';
      readonly types: readonly ActivityType[];
      readonly before: readonly ActivityType[];
    }
  | { readonly kind: 'default'; readonly id: string; readonly before: string }
);

/** Renames, recolours and orders activity types and sets the default; it shows at once, and can be undone. */
export function useChangeTypes(): (wish: TypeWish) => void {
  const client = useClient();
  const toast = useToast();
  const texts = useTexts(activityTypesTexts);
  const common = useTexts(commonTexts);
  const { mutate } = useOptimistic<TypeWish, unknown, ActivityTypeList>({
    queryKey: ACTIVITY_TYPES_KEY,
    send: (wish) => send(client, wish),
    foresee,
    refreshes: [ACTIVITY_TYPES_KEY, TRACK_KEY, WORKLOGS_KEY, OWN_KEY],
    onDone: (_, wish) =>
      toast({
        text: texts.saved,
        ...(wish.isUndo !== true && { action: { name: common.undo, run: () => mutate(undoOf(wish)) } }),
      }),
  });
  return mutate;
}

function undoOf(wish: TypeWish): TypeWish {
  switch (wish.kind) {
    case 'change':
      return { ...wish, type: wish.before, before: wish.type, isUndo: true };
    case 'order':
      return { ...wish, types: wish.before, before: wish.types, isUndo: true };
    default:
      return { ...wish, id: wish.before, before: wish.id, isUndo: true };
  }
}

function foresee(list: ActivityTypeList, wish: TypeWish): ActivityTypeList {
  switch (wish.kind) {
    case 'change':
      return {
        ...list,
        activityTypes: list.activityTypes.map((each) => (each.id === wish.type.id ? wish.type : each)),
      };
    case 'order':
      return { ...list, activityTypes: [...wish.types] };
    default:
      return { ...list, systemDefaultActivityTypeId: wish.id };
  }
}

async function send(client: Client, wish: TypeWish): Promise<unknown> {
  switch (wish.kind) {
    case 'change': {
      const { id, name, color } = wish.type;
      return client.call(calls.changeActivityType, { params: { id }, body: { name, color } });
    }
    case 'order':
      return client.call(calls.orderActivityTypes, { body: { ids: wish.types.map(({ id }) => id) } });
    default:
      return client.call(calls.setDefaultActivityType, { body: { id: wish.id } });
  }
}

/** Makes an activity type at the end of the list. */
export function useAddType() {
  const client = useClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { name: string; color: string }) => client.call(calls.addActivityType, { body }),
    onSuccess: refresh,
  });
}

/** Deletes an activity type; what uses it gets the replacement. */
export function useDeleteType() {
  const client = useClient();
  const refresh = useRefresh();
  const toast = useToast();
  const texts = useTexts(activityTypesTexts);
  return useMutation({
    mutationFn: ({ type, replacementId }: { type: ActivityType; replacementId: string }) =>
      client.call(calls.deleteActivityType, {
        params: { id: type.id },
        query: { $replacementId: replacementId },
      }),
    onSuccess: (_, { type }) => {
      toast({ text: texts.deleted({ name: type.name }) });
      return refresh();
    },
  });
}

function useRefresh() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      [ACTIVITY_TYPES_KEY, TRACK_KEY, WORKLOGS_KEY, OWN_KEY].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
}
