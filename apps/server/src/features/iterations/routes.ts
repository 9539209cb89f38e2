import { calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import { iterations } from './iterations.ts';

/** The call /iterations. */
export function iterationRoutes({ router, clock }: Pick<Dependencies, 'router' | 'clock'>): void {
  router.handle(calls.listIterations, (asked) => iterations(asked, asked.query, clock()));
}
