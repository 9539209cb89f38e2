import type { Client } from '@stint/client';
import { calls } from '@stint/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { mergePeople, type Person } from './people.ts';

/** Begins the cache keys of everything about people and their roles. */
export const PEOPLE_KEY = ['people'] as const;
export const PEOPLE_LIST_KEY = [...PEOPLE_KEY, 'list'] as const;
export const GROUPS_KEY = [...PEOPLE_KEY, 'groups'] as const;

const PAGE = 500;

/** Everyone who is known, with role and part in approvals, by name. */
export function usePeople() {
  const client = useClient();
  return useQuery({ queryKey: PEOPLE_LIST_KEY, queryFn: ({ signal }) => readPeople(client, signal) });
}

async function readPeople(client: Client, signal: AbortSignal): Promise<Person[]> {
  const [users, approvals] = await Promise.all([
    readAll(($skip) =>
      client.call(calls.listUserRoles, { query: { includeNoneRoles: true, $count: PAGE, $skip }, signal }),
    ),
    readAll(($skip) => client.call(calls.listApprovalPeople, { query: { $count: PAGE, $skip }, signal })),
  ]);
  return mergePeople(users, approvals);
}

async function readAll<Row>(readPage: (skip: number) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  let page: Row[];
  do {
    page = await readPage(rows.length);
    rows.push(...page);
  } while (page.length === PAGE);
  return rows;
}
