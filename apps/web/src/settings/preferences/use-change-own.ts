import { calls, type OwnAndEffectiveSettings } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { OWN_KEY, usePersonalSettings } from '../../api/personal-settings.ts';
import { sessionQuery } from '../../api/session.ts';
import { useOptimistic } from '../../api/use-optimistic.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { TRACK_KEY } from '../../track/track-key.ts';
import { type OwnChange, replacedBy, withChange } from './own-settings.ts';

export interface OwnWish {
  readonly change: OwnChange;
  /** What is changed, as its title says. */
  readonly name: string;
  readonly isUndo?: boolean;
}

/** Changes what a person chose for themselves: it shows at once, is saved at once, and can be undone. */
export function useChangeOwn(): (wish: OwnWish) => void {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(organizationTexts);
  const common = useTexts(commonTexts);
  const { own, organization } = usePersonalSettings();
  const { mutate } = useOptimistic<
    OwnWish & { readonly before: OwnChange },
    OwnAndEffectiveSettings,
    OwnAndEffectiveSettings
  >({
    queryKey: OWN_KEY,
    send: ({ change }) => client.call(calls.changeOwnSettings, { body: change }),
    foresee: (settings, { change }) => withChange(settings, change, organization),
    refreshes: [TRACK_KEY],
    onDone: (answer, { change, name, before, isUndo }) => {
      queryClient.setQueryData(OWN_KEY, answer);
      // The session tells the time zone too.
      if (change.timeZone !== undefined)
        void queryClient.fetchQuery({ ...sessionQuery(client), staleTime: 0 });
      const undo = {
        name: common.undo,
        run: () => mutate({ change: before, name, before: change, isUndo: true }),
      };
      toast({ text: texts.saved({ name }), ...(!isUndo && { action: undo }) });
    },
  });
  return (wish) => {
    if (own !== null) mutate({ ...wish, before: replacedBy(own.own, wish.change) });
  };
}
