import type { NewReport, Report, ReportChange } from '@stint/contract';
import { v4 as unguessable, v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import { checkVersion, type ExpectedVersions } from '../../http/entity-tags.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { builtInOf, reportOf } from './present.ts';
import { builtInReport } from './built-in/index.ts';
import { changedColumns, newColumns } from './content.ts';
import { mayChange, maySee } from './policy.ts';
import {
  deleteReport,
  findReport,
  findSharedReport,
  insertReport,
  type ReportColumns,
  type StoredReport,
  updateReport,
  writeOrder,
} from './store.ts';

export type Asking = Pick<Asked, 'db' | 'organization' | 'source' | 'principal'>;

/** A report as it is answered; the version is null for built-in ones. */
export interface Shown {
  report: Report;
  version: number | null;
}

/** Reports as people make, see and share them. EntityNotFound for those that the caller does not see. */
export interface Reports {
  get(asking: Asking, id: string): Promise<Shown>;
  shared(asking: Asking, shareId: string): Promise<Shown>;
  add(asking: Asking, wish: NewReport): Promise<Shown>;
  change(asking: Asking, id: string, wish: ReportChange, expected: ExpectedVersions): Promise<Shown>;
  remove(asking: Asking, id: string, expected: ExpectedVersions): Promise<void>;
  copy(asking: Asking, id: string, name: string | undefined): Promise<Shown>;
  order(asking: Asking, ids: readonly string[]): Promise<void>;
  /** Makes a new link, or ends it. */
  share(asking: Asking, id: string, isShared: boolean): Promise<Shown>;
}

export function createReports(): Reports {
  return { get, shared, add, change, remove, copy, order, share };
}

async function get(asking: Asking, id: string): Promise<Shown> {
  const builtIn = builtInReport(id);
  if (builtIn) return { report: builtInOf(builtIn), version: null };
  return shown(asking, await seen(asking, asking.db, id));
}

async function shared(asking: Asking, shareId: string): Promise<Shown> {
  const stored = await findSharedReport(asking.db, asking.organization.id, shareId);
  if (!stored) throw notFound('shared report', shareId);
  return shown(asking, stored);
}

async function add(asking: Asking, wish: NewReport): Promise<Shown> {
  return make(asking, newColumns(wish), {});
}

async function copy(asking: Asking, id: string, name: string | undefined): Promise<Shown> {
  const { report } = await get(asking, id);
  const { description, timeframeFilter, scope, project, widgets } = report;
  const columns: ReportColumns = {
    name: name?.trim() ?? report.name,
    description,
    visibility: 'private',
    content: { timeframeFilter, scope, project, widgets },
  };
  return make(asking, columns, { copyOf: id });
}

async function make(asking: Asking, columns: ReportColumns, more: object): Promise<Shown> {
  const { db, organization, source, principal } = asking;
  const id = uuid();
  return inTransaction(db, async (transaction) => {
    await insertReport(transaction, organization.id, { ...columns, id, ownerId: principal.id });
    const after = { ...noted(columns), ...more };
    await audit(transaction, organization.id, source, { ...about(id), action: 'create', after });
    return shown(asking, await known(transaction, organization.id, id));
  });
}

async function change(
  asking: Asking,
  id: string,
  wish: ReportChange,
  expected: ExpectedVersions,
): Promise<Shown> {
  return changing(asking, id, expected, async (transaction, before) => {
    const columns = changedColumns(before, wish);
    await updateReport(transaction, asking.organization.id, id, columns);
    return { action: 'change', before: noted(before), after: noted(columns) };
  });
}

async function share(asking: Asking, id: string, isShared: boolean): Promise<Shown> {
  return changing(asking, id, null, async (transaction) => {
    await updateReport(transaction, asking.organization.id, id, { shareId: isShared ? unguessable() : null });
    return { action: isShared ? 'share' : 'unshare' };
  });
}

async function remove(asking: Asking, id: string, expected: ExpectedVersions): Promise<void> {
  await inTransaction(asking.db, async (transaction) => {
    const before = await changeable(asking, transaction, id, expected);
    await deleteReport(transaction, asking.organization.id, id);
    const entry = { ...about(id), action: 'delete', before: noted(before) };
    await audit(transaction, asking.organization.id, asking.source, entry);
  });
}

async function order({ db, organization, source, principal }: Asking, ids: readonly string[]): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await writeOrder(transaction, organization.id, principal.id, ids);
    const entry = { action: 'order', entity: 'report', entityId: principal.id, after: { ids } };
    await audit(transaction, organization.id, source, entry);
  });
}

/** Changes a report that the caller may change, with its line in the audit log. */
async function changing(
  asking: Asking,
  id: string,
  expected: ExpectedVersions,
  write: (
    transaction: Db,
    before: StoredReport,
  ) => Promise<{ action: string; before?: object; after?: object }>,
): Promise<Shown> {
  const { db, organization, source } = asking;
  return inTransaction(db, async (transaction) => {
    const before = await changeable(asking, transaction, id, expected);
    await audit(transaction, organization.id, source, {
      ...about(id),
      ...(await write(transaction, before)),
    });
    return shown(asking, await known(transaction, organization.id, id));
  });
}

async function seen({ organization, principal }: Asking, db: Db, id: string): Promise<StoredReport> {
  const report = await findReport(db, organization.id, id, { lock: db.isTransaction });
  if (!report || !maySee(principal, report)) throw notFound('report', id);
  return report;
}

async function changeable(
  asking: Asking,
  db: Db,
  id: string,
  expected: ExpectedVersions,
): Promise<StoredReport> {
  if (builtInReport(id))
    throw new Refusal('AccessDenied', 'Built-in reports stay as they are; copy it first.');
  const report = await seen(asking, db, id);
  if (!mayChange(asking.principal, report)) {
    throw new Refusal('AccessDenied', 'This report belongs to somebody else; copy it to change it.');
  }
  checkVersion('report', report.version, expected);
  return report;
}

async function known(db: Db, organizationId: string, id: string): Promise<StoredReport> {
  const report = await findReport(db, organizationId, id);
  if (!report) throw new Error(`the report ${id} is gone`);
  return report;
}

function shown({ principal }: Asking, stored: StoredReport): Shown {
  return { report: reportOf(principal, stored), version: stored.version };
}

function about(id: string) {
  return { entity: 'report', entityId: id };
}

/** What the audit log keeps: no words of people. */
function noted({ visibility, content }: ReportColumns): object {
  return { visibility, scope: content.scope, widgets: content.widgets.length };
}
