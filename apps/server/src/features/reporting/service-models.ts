import type { Model } from '@stint/odata';
import type { ReportingContext } from './model/context.ts';
import { reportingModel } from './model/model.ts';

type ReportingModel = Model<ReportingContext>;

const isWithDeleted = (name: string) => name.endsWith('WithDeleted');

const withoutDeleted: ReportingModel = {
  ...reportingModel,
  entityTypes: reportingModel.entityTypes.filter(({ name }) => !isWithDeleted(name)),
  sets: Object.fromEntries(Object.entries(reportingModel.sets).filter(([name]) => !isWithDeleted(name))),
};

/** What a version of the API offers: the sets with deleted worklogs are new in 3.3-beta (reporting.md, Sets). */
export function modelOfVersion(version: string): ReportingModel {
  return version === '3.3-beta' ? reportingModel : withoutDeleted;
}
