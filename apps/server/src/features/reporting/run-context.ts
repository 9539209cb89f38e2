import { ODataError, type ParsedTarget, rowWhere, type Expression } from '@stint/odata';
import type { Organization } from '../../identity/organizations.ts';
import type { Principal } from '../../identity/principals.ts';
import {
  type Condition,
  noWishes,
  type ReportingContext,
  reportingContext,
  type ReportingWishes,
} from './model/context.ts';
import { reportingModel } from './model/model.ts';
import { workItemTable } from './model/rows/work-items.ts';
import { workLogTableWithDeleted } from './model/rows/work-logs.ts';
import { reportingWorkItemFlat } from './model/types/work-items.ts';
import { reportingWorkLog } from './model/types/work-logs.ts';
import type { Parameters } from './parameters/parameters.ts';

/** Whose request it is. */
export interface Asker {
  readonly organization: Organization;
  readonly principal: Principal;
  /** Takes note of what failed through no fault of the asker's. */
  readonly onFault: (fault: unknown) => void;
}

/** The model's context, and who asks. */
export interface Asking extends ReportingContext {
  readonly asker: Asker;
}

/** The context of somebody who wishes nothing in particular. */
export function plainContext(asker: Asker, wishes: ReportingWishes = noWishes): Asking {
  return { ...reportingContext(asker.organization, asker.principal, wishes), asker };
}

/**
 * The context of a request with its parameters; `customFields` are reference names by the properties that show them. Throws ODataError
 * for filters that are wrong.
 */
export function contextOf(
  asker: Asker,
  target: ParsedTarget,
  parameters: Parameters,
  customFields: ReadonlyMap<string, string>,
): Asking {
  const aliases = new Map(Object.entries(target.options.aliases ?? {}));
  const unfiltered: ReportingWishes = {
    ...noWishes,
    customFields,
    rollupFields: parameters.rollupFields,
    isMe: parameters.prefilter === 'Me',
    readsFewItems: isOfOneItem(target),
  };
  const workLogsFilter = workLogCondition(
    parameters.worklogsFilter,
    plainContext(asker, unfiltered),
    aliases,
  );
  const filtered = { ...unfiltered, workLogsFilter };
  const workItemsFilter = itemCondition(parameters.workItemsFilter, plainContext(asker, filtered), aliases);
  const workItemsFilterTarget = parameters.workItemFilterApplyTarget;
  return plainContext(asker, { ...filtered, workItemsFilter, workItemsFilterTarget });
}

type Aliases = ReadonlyMap<string, Expression>;

function workLogCondition(
  predicate: Expression | null,
  context: ReportingContext,
  parameters: Aliases,
): Condition | null {
  const source = { table: workLogTableWithDeleted, where: null };
  const where = {
    model: reportingModel,
    context,
    parameters,
    type: reportingWorkLog,
    source,
    now: new Date(),
  };
  return predicate && within('worklogsFilter', () => rowWhere({ ...where, predicate }));
}

function itemCondition(
  predicate: Expression | null,
  context: ReportingContext,
  parameters: Aliases,
): Condition | null {
  const source = { table: (of: ReportingContext) => workItemTable(of, 'all'), where: null };
  const where = { model: reportingModel, context, parameters, type: reportingWorkItemFlat, source };
  return predicate && within('workItemsFilter', () => rowWhere({ ...where, now: new Date(), predicate }));
}

/** `workItems(5)…`: the path begins with a set and a key. */
function isOfOneItem({ path }: ParsedTarget): boolean {
  return path.kind === 'resource' && path.segments[1]?.type === 'arguments';
}

function within<Result>(target: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof ODataError ? error.within(target) : error;
  }
}
