import { type Static, Type } from 'typebox';
import { CalendarSource } from './calendar.ts';
import { Guid, OrNull } from './common.ts';
import { RoleName } from './people.ts';
import { ReportSchedule } from './report-schedules.ts';
import { ReportVisibility } from './reports.ts';
import { WorkLog } from './work-logs.ts';

/** RFC 3339, UTC. */
const Instant = Type.String();
const OptionalInstant = OrNull(Instant);
/** What an administrator or a program wrote down; its form is that of its own feature. */
const Anything = Type.Unknown();

const ExportedPerson = Type.Object({
  id: Guid,
  uniqueName: Type.String(),
  email: OrNull(Type.String()),
  displayName: Type.String(),
  azureDevOpsId: OrNull(Guid),
  role: RoleName,
  ownRole: OrNull(RoleName),
  isApprovalManager: Type.Boolean(),
  isGlobalApprovalManager: Type.Boolean(),
  approvalManagerId: OrNull(Guid),
  timeZone: Type.String(),
  defaultActivityTypeId: OrNull(Guid),
  created: Instant,
  erased: OptionalInstant,
});

/** One person's week about which something was decided; states as in api.md 3.4. */
const ExportedWeek = Type.Object({
  weekStart: Type.String(),
  weekEnd: Type.String(),
  state: Type.Integer(),
  isLocked: OrNull(Type.Boolean()),
  assignedManagerId: OrNull(Guid),
  approvedById: OrNull(Guid),
  submitted: OptionalInstant,
  approved: OptionalInstant,
  modified: Instant,
  comment: OrNull(Type.String()),
});

const ExportedAuditRow = Type.Object({
  id: Guid,
  at: Instant,
  personId: OrNull(Guid),
  via: Type.String(),
  address: OrNull(Type.String()),
  action: Type.String(),
  entity: Type.String(),
  entityId: Type.String(),
  before: Anything,
  after: Anything,
});

/** A report of the person's own; whether a link leads to it, not the link. */
const ExportedReport = Type.Object({
  id: Guid,
  name: Type.String(),
  description: Type.String(),
  visibility: ReportVisibility,
  isShared: Type.Boolean(),
  content: Anything,
  created: Instant,
  changed: Instant,
});

/** A letter to the person; its content is forgotten once it was sent or given up. */
const ExportedMail = Type.Object({
  id: Guid,
  kind: Type.String(),
  state: Type.String(),
  created: Instant,
  sent: OptionalInstant,
  fault: OrNull(Type.String()),
  content: Anything,
});

/** What the person looks at, keeps and gets. */
const belongings = {
  /** Without their addresses and without access to them. */
  calendars: Type.Array(CalendarSource),
  explorerLayouts: Type.Array(
    Type.Object({ id: Guid, name: Type.String(), isDefault: Type.Boolean(), view: Anything }),
  ),
  reports: Type.Array(ExportedReport),
  reportSchedules: Type.Array(ReportSchedule),
  /** Reports that others have sent to the person by plan. */
  receivedReportSchedules: Type.Array(Type.Object({ id: Guid, ownerId: Guid, reportId: Guid })),
  mails: Type.Array(ExportedMail),
  /** Days on which it was looked whether a reminder is due. */
  reminders: Type.Array(Type.Object({ kind: Type.String(), day: Type.String() })),
};

/** Everything that is kept about one person, without secrets or their hashes. */
export const PersonExport = Type.Object({
  exported: Instant,
  organization: Type.Object({ id: Guid, name: Type.String() }),
  person: ExportedPerson,
  settings: Type.Record(Type.String(), Anything),
  groups: Type.Array(Type.Object({ id: Guid, name: Type.String(), source: Type.String(), role: RoleName })),
  externalIdentities: Type.Array(Type.Object({ issuer: Type.String(), subject: Type.String() })),
  hasPassword: Type.Boolean(),
  sessions: Type.Array(
    Type.Object({
      id: Guid,
      method: Type.String(),
      userAgent: Type.String(),
      created: Instant,
      lastSeen: Instant,
      expires: Instant,
    }),
  ),
  tokens: Type.Array(
    Type.Object({
      id: Guid,
      name: Type.String(),
      created: Instant,
      expires: Instant,
      lastUsed: OptionalInstant,
      revoked: OptionalInstant,
    }),
  ),
  apps: Type.Array(
    Type.Object({
      id: Guid,
      name: Type.String(),
      paired: Instant,
      lastUsed: OptionalInstant,
      revoked: OptionalInstant,
    }),
  ),
  pairings: Type.Array(
    Type.Object({ appName: OrNull(Type.String()), expires: Instant, redeemed: OptionalInstant }),
  ),
  signInLinks: Type.Array(Type.Object({ expires: Instant, used: OptionalInstant })),
  /** Keys by which repeated requests were known. */
  idempotencyKeys: Type.Array(
    Type.Object({ key: Type.String(), status: OrNull(Type.Integer()), created: Instant }),
  ),
  ...belongings,
  /** Whose weeks the person approves, and which weeks they were asked about or have approved. */
  approves: Type.Object({ personIds: Type.Array(Guid), weekIds: Type.Array(Guid) }),
  track: OrNull(Type.Object({ isRunning: Type.Boolean(), state: Anything })),
  weeks: Type.Array(ExportedWeek),
  /** Newest first; deleted ones stand in the audit rows. */
  workLogs: Type.Array(WorkLog),
  auditRows: Type.Array(ExportedAuditRow),
});

export type PersonExport = Static<typeof PersonExport>;
