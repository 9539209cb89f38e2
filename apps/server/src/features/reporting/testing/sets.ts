import type { EntitySet } from '@stint/odata';
import type { ReportingContext } from '../model/context.ts';
import { reportingModel } from '../model/model.ts';

/** A set of the reporting model. */
export function setOf(name: string): EntitySet<ReportingContext> {
  const set = reportingModel.sets[name];
  if (!set) throw new Error(`the model has no set ${name}`);
  return set;
}
