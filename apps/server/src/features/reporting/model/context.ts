import { isAtLeast } from '@stint/domain';
import { parameter, type Sql } from '@stint/odata';
import type { Organization } from '../../../identity/organizations.ts';
import type { Principal } from '../../../identity/principals.ts';

/** A condition on the row with an alias, its values bound already. */
export type Condition = (row: Sql) => Sql;

/** What a request asks of the sets by the parameters that OData does not have (reporting.md, Options). */
export interface ReportingWishes {
  /** On rows of `workLogsOnly`: limits all worklogs, and with them what is added up. */
  readonly workLogsFilter: Condition | null;
  /** On rows of `workItems`: limits work items and, by their items, worklogs; not what is added up for an item. */
  readonly workItemsFilter: Condition | null;
  /** Whether `workItemsFilter` is asked of an item itself or of the root above it. */
  readonly workItemsFilterTarget: 'AllWorkItems' | 'RootWorkItems';
  /** Reference names by the property that shows them, such as `CustomStringField1`. */
  readonly customFields: ReadonlyMap<string, string>;
  /** Reference names of numeric fields, for `RollupValue1` and so on. */
  readonly rollupFields: readonly string[];
  /** Only the caller's own time. */
  readonly isMe: boolean;
  /** Whether the request comes to few work items by their keys: then their time is looked up rather than added up for all. */
  readonly readsFewItems: boolean;
}

/** What every piece of SQL of the model knows of the request: whose data, what the caller may see, what is wished. */
export interface ReportingContext {
  readonly organization: Sql;
  /** The caller. */
  readonly person: Sql;
  /** Whether worklogs of others are there; false where the caller may not see them, or wants their own only. */
  readonly showsOthers: boolean;
  /** Whether weeks of others are there that are not assigned to the caller. */
  readonly showsOthersWeeks: boolean;
  /** Whether weeks of others are there that are assigned to the caller. */
  readonly showsAssignedWeeks: boolean;
  /** Whether budgets and what is billable are told; without it they are null or zero (reporting.md, Answers). */
  readonly showsBudgets: boolean;
  readonly workLogsFilter: Condition | null;
  readonly workItemsFilter: Condition | null;
  readonly workItemsFilterTarget: 'AllWorkItems' | 'RootWorkItems';
  readonly customFields: ReadonlyMap<string, Sql>;
  readonly rollupFields: readonly Sql[];
  readonly readsFewItems: boolean;
}

/** Nothing wished. */
export const noWishes: ReportingWishes = {
  workLogsFilter: null,
  workItemsFilter: null,
  workItemsFilterTarget: 'AllWorkItems',
  customFields: new Map(),
  rollupFields: [],
  isMe: false,
  readsFewItems: false,
};

/** The context of a caller's request. */
export function reportingContext(
  { id, settings }: Pick<Organization, 'id' | 'settings'>,
  principal: Pick<Principal, 'id' | 'role' | 'isGlobalApprovalManager'>,
  wishes: ReportingWishes = noWishes,
): ReportingContext {
  const showsOthers = !wishes.isMe && (isAtLeast(principal.role, 'Product') || settings.membersSeeOthersTime);
  return {
    organization: parameter(id, 'uuid'),
    person: parameter(principal.id, 'uuid'),
    showsOthers,
    showsOthersWeeks: showsOthers || (!wishes.isMe && principal.isGlobalApprovalManager),
    showsAssignedWeeks: !wishes.isMe,
    showsBudgets: isAtLeast(principal.role, 'Budget'),
    workLogsFilter: wishes.workLogsFilter,
    workItemsFilter: wishes.workItemsFilter,
    workItemsFilterTarget: wishes.workItemsFilterTarget,
    customFields: new Map([...wishes.customFields].map(([property, name]) => [property, textOf(name)])),
    rollupFields: wishes.rollupFields.map(textOf),
    readsFewItems: wishes.readsFewItems,
  };
}

function textOf(name: string): Sql {
  return parameter(name, 'text');
}
