import { refreshStatistics } from '@stint/postgres';
import { testDatabase } from '@stint/postgres/testing';
import { type Selectable, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll } from 'vitest';
import { createServer, type Server } from '../../../composition.ts';
import type { Tables } from '../../../database/tables.ts';
import { makeDemo } from '../../../demo/make-demo.ts';
import { type Environment, readEnvironment } from '../../../environment.ts';
import type { Db } from '../../../http/asked.ts';
import { hashSecret, newSecret } from '../../../identity/secrets.ts';
import { migrationsFolder } from '../../../location.ts';
import { createLog } from '../../../log.ts';

type Raw<Table extends keyof Tables> = Selectable<Tables[Table]>;

/** A row of an answer; what is nested is looked into by `at`. */
export type Row = Record<string, unknown>;

/** The demo organization behind the reporting service, with its raw rows so that tests add up for themselves. */
export interface ReportingService {
  server: Server;
  db: Db;
  organizationId: string;
  people: readonly Raw<'person'>[];
  /** Deleted ones too. */
  workLogs: readonly Raw<'work_log'>[];
  workItems: readonly Raw<'work_item'>[];
  budgets: readonly Raw<'budget'>[];
  activityTypes: readonly Raw<'activity_type'>[];
  /** A request as the person with this account, `ann` for ann@demo.local. */
  ask(account: string, url: string, options?: AskOptions): Promise<Answer>;
  /** All rows, page by page, as an administrator unless told; throws where the request is refused. */
  rows(url: string, options?: AskOptions & { account?: string }): Promise<Row[]>;
  idOf(account: string): string;
  tokenOf(account: string): string;
}

export interface AskOptions {
  method?: 'GET' | 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
  /** In the place of `v3.2`. */
  version?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  bytes: Buffer;
}

/** Serves the demo for the tests of a file. */
export function useService(environment: Partial<Environment> = {}): ReportingService {
  const service = {} as ReportingService;
  const tokens = new Map<string, string>();
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const database = await testDatabase(migrationsFolder);
    const server = await createServer({
      config: database.config,
      environment: { ...readEnvironment({ STINT_QUOTA: 'off' }), ...environment },
      log: createLog('error'),
    });
    close = async () => {
      await server.close();
      await database.drop();
    };
    const opened = server.dependencies.database;
    const made = await makeDemo(opened, { seed: 1, now: Date.parse('2026-11-20T12:00:00Z') });
    service.server = server;
    service.organizationId = made?.organizationId ?? '';
    service.db = opened.organization(service.organizationId);
    service.people = await service.db.selectFrom('person').selectAll().execute();
    for (const { id, email } of service.people) tokens.set(email ?? '', await makeToken(service, id));
    await change(service);
    await refreshStatistics(database.config);
    await readRaw(service);
  });
  afterAll(() => close?.());
  service.tokenOf = (account) => {
    const token = tokens.get(`${account}@demo.local`);
    if (token === undefined) throw new Error(`nobody is called ${account}`);
    return token;
  };
  service.idOf = (account) =>
    service.people.find(({ email }) => email === `${account}@demo.local`)?.id ?? account;
  service.ask = async (account, url, { method = 'GET', version = 'v3.2', headers = {}, body } = {}) => {
    const answer = await service.server.app.inject({
      method,
      url: url.startsWith('/api/') ? url : `/api/odata/${version}/${url.replaceAll(' ', '%20')}`,
      headers: { authorization: `Bearer ${service.tokenOf(account)}`, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      bytes: answer.rawPayload,
    };
  };
  service.rows = async (url, { account = 'admin', ...options } = {}) => {
    const rows: Row[] = [];
    for (let next: string | undefined = url; next !== undefined; ) {
      const page = pageOf(await service.ask(account, next, options));
      rows.push(...page.value);
      next = page['@odata.nextLink']?.replace(/^https?:\/\/[^/]+/, '');
    }
    return rows;
  };
  return service;
}

/** Deleted worklogs, a worklog close to midnight, tags and fields of a project's own. */
async function change({ db }: ReportingService): Promise<void> {
  const byId = sql`select id from work_log order by id`;
  await sql`update work_log set deleted_at = '2026-11-20T12:00:00Z', edited_at = '2026-11-20T12:00:00Z', version = version + 1
    where id in (${byId} limit 12)`.execute(db);
  await sql`update work_log set local_started_at = '2026-09-30T23:30:00', started_at = '2026-09-30T21:30:00Z'
    where id in (${byId} offset 12 limit 1)`.execute(db);
  await sql`update work_item set fields = fields || '{"System.Tags": "capex; mobile", "Custom.Order": 2.5}'
    where id % 7 = 0`.execute(db);
}

async function readRaw(service: ReportingService): Promise<void> {
  service.workLogs = await service.db.selectFrom('work_log').selectAll().execute();
  service.workItems = await service.db.selectFrom('work_item').selectAll().execute();
  service.budgets = await service.db.selectFrom('budget').selectAll().execute();
  service.activityTypes = await service.db.selectFrom('activity_type').selectAll().execute();
}

async function makeToken({ db, organizationId }: ReportingService, personId: string): Promise<string> {
  const token = newSecret();
  await db
    .insertInto('api_token')
    .values({
      organization_id: organizationId,
      id: uuid(),
      secret_hash: hashSecret(token),
      person_id: personId,
      name: 'report',
      expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    })
    .execute();
  return token;
}

interface Page {
  value: Row[];
  '@odata.nextLink'?: string;
}

/** A page of rows; throws where the request was refused. */
export function pageOf({ status, text }: Answer): Page {
  if (status !== 200) throw new Error(`${status}: ${text}`);
  return JSON.parse(text) as Page;
}
