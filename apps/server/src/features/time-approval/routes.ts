import { calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';

/** The calls under /timeApproval. No week can be submitted yet, so every week is in progress and has no row. */
export function timeApproval({ router }: Pick<Dependencies, 'router'>): void {
  router.handle(calls.listTimeApprovals, async () => []);
}
