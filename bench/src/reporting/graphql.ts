import type { LoadRequest } from '../load/messages.ts';
import type { Row } from './rows.ts';

/** The page of 1000 worklogs, asked of PostGraphile. */
export const graphPage = (organizationId: string): LoadRequest =>
  graph(`{ allWorkLogs(condition: {organizationId: "${organizationId}", deletedAt: null}, orderBy: PRIMARY_KEY_ASC, first: 1000) {
    nodes { ${Object.values(names).join(' ')} }
  } }`);

/** The sum of each person, by the aggregates of PostGraphile. */
export const graphByUser = (organizationId: string): LoadRequest =>
  graph(`{ allWorkLogs(condition: {organizationId: "${organizationId}", deletedAt: null}) {
    groupedAggregates(groupBy: [PERSON_ID]) { keys sum { seconds } }
  } }`);

/** The rows of a page under our names. */
export function rowsOfGraphPage(answer: unknown): Row[] {
  const { allWorkLogs } = dataOf(answer);
  return allWorkLogs.nodes.map((row) =>
    Object.fromEntries(Object.entries(names).map(([ours, theirs]) => [ours, row[theirs]])),
  );
}

/** The sums under our names. */
export function sumsOfGraph(answer: unknown): Row[] {
  const { allWorkLogs } = dataOf(answer);
  return allWorkLogs.groupedAggregates.map(({ keys, sum }) => ({
    UserId: keys[0],
    PeriodLength: Number(sum.seconds),
  }));
}

interface Group {
  keys: string[];
  sum: { seconds: string };
}

const names = {
  Id: 'rowId',
  UserId: 'personId',
  ActivityTypeId: 'activityTypeId',
  WorkItemId: 'workItemId',
  Timestamp: 'localStartedAt',
  PeriodLength: 'seconds',
  Comment: 'comment',
  EditedTimestamp: 'editedAt',
  CreatedTimestamp: 'createdAt',
  IsTracked: 'isTracked',
  IsBillable: 'isBillable',
  BillablePeriodLength: 'billableSeconds',
};

interface Data {
  allWorkLogs: { nodes: Row[]; groupedAggregates: Group[] };
}

function dataOf(answer: unknown): Data {
  const { data, errors } = answer as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

function graph(query: string): LoadRequest {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  };
}
