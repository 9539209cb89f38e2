import { calls, type OrganizationSettings, type ShownSettings } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { ORGANIZATION_KEY, OWN_KEY } from '../../api/personal-settings.ts';
import { useOptimistic } from '../../api/use-optimistic.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { TRACK_KEY } from '../../track/track-key.ts';

export interface SettingsWish {
  readonly change: Partial<OrganizationSettings>;
  /** What is changed, as its title says. */
  readonly name: string;
  /** The values before, to which undo goes back; null for an undo. */
  readonly before: Partial<OrganizationSettings> | null;
}

/** Changes settings of the organization: it shows at once, is saved at once, and can be undone. */
export function useChangeSettings(): (wish: SettingsWish) => void {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(organizationTexts);
  const common = useTexts(commonTexts);
  const { mutate } = useOptimistic<SettingsWish, ShownSettings, ShownSettings>({
    queryKey: ORGANIZATION_KEY,
    send: ({ change }) => client.call(calls.changeSettings, { body: change }),
    foresee: (settings, { change }) => ({ ...settings, ...change }),
    refreshes: [OWN_KEY, TRACK_KEY],
    onDone: (answer, { name, before }) => {
      queryClient.setQueryData(ORGANIZATION_KEY, answer);
      const undo = before && {
        name: common.undo,
        run: () => mutate({ change: before, name, before: null }),
      };
      toast({ text: texts.saved({ name }), ...(undo && { action: undo }) });
    },
  });
  return mutate;
}
