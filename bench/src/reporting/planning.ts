import { parameter, parseTarget, planQuery } from '@stint/odata';
import type { ReportingContext } from '@stint/server/reporting/context';
import { reportingModel } from '@stint/server/reporting/model';
import { median } from '../report/statistics.ts';

const ROUNDS = 20;
const TIMES = 200;
const ID = '01a1fc02-81d7-7742-be05-2cbb0eee5a35';

/**
 * Microseconds of the processor, which others on the machine do not lengthen, from the text of a URL to the SQL of its statement: parsed,
 * bound to the model and planned.
 */
export function planningTime(url: string): number {
  const context: ReportingContext = {
    organization: parameter(ID, 'uuid'),
    person: parameter(ID, 'uuid'),
    showsOthers: true,
    showsOthersWeeks: true,
    showsAssignedWeeks: true,
    showsBudgets: true,
    workLogsFilter: null,
    workItemsFilter: null,
    workItemsFilterTarget: 'AllWorkItems',
    customFields: new Map(),
    rollupFields: [],
    readsFewItems: false,
  };
  const output = {
    pageSize: null,
    prefix: '@odata.',
    ieee754Compatible: false,
    metadata: 'minimal',
    root: 'http://localhost/',
  } as const;
  const now = new Date();
  const once = () =>
    planQuery({
      model: reportingModel,
      target: parseTarget(url, { plusIsBlank: true }),
      context,
      output,
      now,
    });
  const round = () => {
    const before = process.cpuUsage();
    for (let time = 0; time < TIMES; time += 1) once();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / TIMES;
  };
  // The first rounds compile.
  for (let warm = 0; warm < ROUNDS; warm += 1) round();
  return median(Array.from({ length: ROUNDS }, round));
}
