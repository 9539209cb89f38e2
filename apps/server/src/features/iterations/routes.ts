import { calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import { iterationDetails } from './details.ts';
import { iterations } from './iterations.ts';

/** The calls under /iterations. */
export function iterationRoutes({ router, clock }: Pick<Dependencies, 'router' | 'clock'>): void {
  router.handle(calls.listIterations, (asked) => iterations(asked, asked.query, clock()));
  router.handle(calls.getIteration, (asked) => iterationDetails(asked, asked.query.$path));
}
