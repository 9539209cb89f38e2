import type { OrganizationSettings, RoleName } from '@stint/contract';
import { openDatabase, refreshStatistics, silentLog } from '@stint/postgres';
import { testDatabase } from '@stint/postgres/testing';
import type { Selectable } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import type { Tables } from '../../../database/tables.ts';
import { makeDemo } from '../../../demo/make-demo.ts';
import type { Db } from '../../../http/asked.ts';
import { readOrganizationSettings } from '../../../identity/stored-settings.ts';
import { migrationsFolder } from '../../../location.ts';
import { reportingContext, noWishes, type ReportingContext, type ReportingWishes } from '../model/context.ts';

type Raw<Table extends keyof Tables> = Selectable<Tables[Table]>;

/** The demo organization with its raw rows, so that tests add up for themselves. */
export interface DemoGround {
  db: Db;
  organizationId: string;
  people: readonly Raw<'person'>[];
  workLogs: readonly Raw<'work_log'>[];
  workItems: readonly Raw<'work_item'>[];
  /** The context of a request by the person with this account, `ann` for ann@demo.local. */
  contextOf(
    account: string,
    wishes?: Partial<ReportingWishes>,
    settings?: Partial<OrganizationSettings>,
  ): ReportingContext;
  idOf(account: string): string;
}

/** Makes the demo for the tests of a file; `change` is done to it before rows are read. */
export function useDemo(
  change: (db: Db, ground: DemoGround) => Promise<void> = async () => undefined,
): DemoGround {
  const ground = {} as DemoGround;
  let close = async () => undefined as void;
  beforeAll(async () => {
    const database = await testDatabase(migrationsFolder);
    const opened = openDatabase<Tables>(database.config, { log: silentLog });
    close = async () => {
      await opened.close();
      await database.drop();
    };
    const made = await makeDemo(opened, { seed: 1, now: Date.parse('2026-11-20T12:00:00Z') });
    ground.organizationId = made?.organizationId ?? '';
    ground.db = opened.organization(ground.organizationId);
    ground.people = await ground.db.selectFrom('person').selectAll().execute();
    await change(ground.db, ground);
    await refreshStatistics(database.config);
    ground.workLogs = await ground.db.selectFrom('work_log').selectAll().execute();
    ground.workItems = await ground.db.selectFrom('work_item').selectAll().execute();
  });
  afterAll(() => close());
  const personOf = (account: string) => {
    const person = ground.people.find(({ email }) => email === `${account}@demo.local`);
    if (!person) throw new Error(`nobody is called ${account}`);
    return person;
  };
  ground.idOf = (account) => personOf(account).id;
  ground.contextOf = (account, wishes = {}, settings = {}) => {
    const { id, role, is_global_approval_manager: isGlobalApprovalManager } = personOf(account);
    const organization = {
      id: ground.organizationId,
      settings: { ...readOrganizationSettings({}).settings, ...settings },
    };
    const principal = { id, role: role as RoleName, isGlobalApprovalManager };
    return reportingContext(organization, principal, { ...noWishes, ...wishes });
  };
  return ground;
}
