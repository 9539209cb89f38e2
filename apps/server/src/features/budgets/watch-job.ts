import type { Dependencies, Job } from '../../dependencies.ts';
import { repeating } from '../../jobs/repeating.ts';
import { toldOnce } from '../../jobs/told-once.ts';
import { watchBudgets } from './watch.ts';

/** Milliseconds between looks. */
const EVERY = 1_000;
/** A look that took long is followed by a pause of so many times as long, so that watching stays a small part of the work. */
const REST = 5;

const messages = {
  failing: 'budgets could not be watched; it is tried again',
  recovered: 'budgets are watched again',
};

/** The job that notices, within seconds, when budgets reach a threshold. */
export function createBudgetWatch(
  dependencies: Pick<Dependencies, 'database' | 'feed' | 'organizations' | 'log'>,
): Job {
  const watch = watchBudgets(dependencies);
  const look = toldOnce(dependencies.log, messages, () => watch.look());
  return repeating(async () => {
    const began = performance.now();
    await look();
    return Math.max(EVERY, REST * (performance.now() - began));
  });
}
