import { Navigate } from '@tanstack/react-router';
import { useApprovalManagers } from '../weeks/use-approval-managers.ts';

/** Leads managers to what waits for them, everybody else to their own weeks. */
export function ApprovalsStart() {
  const { isManager, isFailed } = useApprovalManagers();
  if (isManager === null && !isFailed) return null;
  return <Navigate params={{ list: isManager ? 'pending' : 'mine' }} replace to="/approvals/$list" />;
}
