import { useRouter } from '@tanstack/react-router';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { useSession } from '../api/session.ts';
import { type ListedPage, pagesFor } from './page-list.ts';

/** The pages that the person sees, in the order of the navigation. */
export function usePages(): readonly ListedPage[] {
  const { routesByPath } = useRouter();
  const { role } = useSession();
  const { organization } = usePersonalSettings();
  return pagesFor({
    role,
    approvalsEnabled: organization?.approvalsEnabled ?? false,
    isThere: (path) => Object.hasOwn(routesByPath, path),
  });
}
