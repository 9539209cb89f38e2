import { calls } from '@stint/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';

/** What the server has of the desktop app. */
export function useReleases() {
  const client = useClient();
  return useQuery({
    queryKey: ['desktop-releases'],
    queryFn: ({ signal }) => client.call(calls.listDesktopReleases, { signal }),
  });
}
