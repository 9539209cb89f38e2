import { ApiError } from '@stint/client';
import { useTexts } from '@stint/ui';
import { useCallback } from 'react';
import { commonTexts } from '../texts/common/texts.ts';

/** Gives a sentence to show for an error. What the server says is shown as it says it. */
export function useErrorText(): (error: unknown) => string {
  const { serverUnreachable, somethingWentWrong } = useTexts(commonTexts);
  return useCallback(
    (error) => {
      if (error instanceof ApiError && error.status === 0) return serverUnreachable;
      return error instanceof Error ? error.message : somethingWentWrong;
    },
    [serverUnreachable, somethingWentWrong],
  );
}
