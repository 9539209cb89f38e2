import { makeRandom } from '@stint/azure-devops-simulator';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planDay } from './plan-day.ts';

describe('a planned day', () => {
  test('lies within working hours, one worklog after the other, with a text where there is no work item', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_294_967_295 }), (seed) => {
        const planned = planDay(makeRandom(seed), [{ id: 1001, type: 'Task', project: 'Atlas' }]);
        let free = 7 * 3600;
        for (const { start, seconds, comment, workItemId, isTracked, billableSeconds } of planned) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(seconds).toBeGreaterThan(0);
          expect(Number.isInteger(start) && Number.isInteger(seconds)).toBe(true);
          expect(isTracked || (start % 900 === 0 && seconds % 900 === 0)).toBe(true);
          expect(workItemId !== null || comment !== '').toBe(true);
          expect(billableSeconds ?? 0).toBeLessThanOrEqual(seconds);
          free = start + seconds;
        }
        expect(planned.length).toBeGreaterThanOrEqual(2);
        expect(free).toBeLessThan(24 * 3600);
      }),
    );
  });
});
