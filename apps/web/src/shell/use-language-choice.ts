import type { Language } from '@stint/ui';
import { useErrorText } from '../api/message.ts';
import { useChangeOwnSettings, usePersonalSettings } from '../api/personal-settings.ts';
import { useToast } from '../toasts/toast-provider.tsx';

/** The locale that the person chose, null for the organization’s, and how to choose another; it holds on every device. */
export function useLanguageChoice() {
  const { own } = usePersonalSettings();
  const { mutate } = useChangeOwnSettings();
  const toast = useToast();
  const errorText = useErrorText();
  return {
    locale: own?.own.locale ?? null,
    choose: (locale: Language | null) =>
      mutate({ locale }, { onError: (error) => toast({ text: errorText(error) }) }),
  };
}
