import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { NoPermission } from '../components/no-permission.tsx';

/** Shows a part of the settings to administrators; everyone else is told who may see it. */
export function AdministratorsOnly({ children }: { readonly children: ReactNode }) {
  const { role } = useSession();
  return role === 'Administrator' ? children : <NoPermission needed="Administrator" />;
}
