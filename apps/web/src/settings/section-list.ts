import type { Role } from '@stint/domain';

/** The parts of the settings, in order. */
export const SECTION_GROUPS = ['you', 'organization', 'exchange', 'running'] as const;

/** One section of the settings. Its key is that of its name among the texts of the settings. */
export interface Section {
  readonly key:
    | 'preferences'
    | 'calendars'
    | 'account'
    | 'reportingAndApi'
    | 'rules'
    | 'formatsAndWeek'
    | 'activityTypes'
    | 'usersAndRoles'
    | 'approvals'
    | 'privacy'
    | 'mail'
    | 'connection'
    | 'automation'
    | 'webhooks'
    | 'auditLog'
    | 'operation'
    | 'transfer';
  readonly path: string;
  readonly group: (typeof SECTION_GROUPS)[number];
  /** Whether only administrators see it. */
  readonly isOfOrganization: boolean;
}

const own = (key: Section['key'], path: Section['path']): Section => ({
  key,
  path,
  group: 'you',
  isOfOrganization: false,
});
const ofOrganization = (group: Section['group'], key: Section['key'], path: Section['path']): Section => ({
  key,
  path,
  group,
  isOfOrganization: true,
});

const SECTIONS: readonly Section[] = [
  own('preferences', '/settings/preferences'),
  own('calendars', '/settings/calendars'),
  own('account', '/settings/account'),
  own('reportingAndApi', '/settings/reporting-api'),
  ofOrganization('organization', 'rules', '/settings/rules'),
  ofOrganization('organization', 'formatsAndWeek', '/settings/formats'),
  ofOrganization('organization', 'activityTypes', '/settings/activity-types'),
  ofOrganization('organization', 'usersAndRoles', '/settings/people'),
  ofOrganization('organization', 'approvals', '/settings/approvals'),
  ofOrganization('organization', 'privacy', '/settings/privacy'),
  ofOrganization('organization', 'mail', '/settings/mail'),
  ofOrganization('exchange', 'connection', '/settings/connection'),
  ofOrganization('exchange', 'automation', '/settings/automation'),
  ofOrganization('exchange', 'webhooks', '/settings/webhooks'),
  ofOrganization('exchange', 'transfer', '/settings/transfer'),
  ofOrganization('running', 'operation', '/settings/operation'),
  ofOrganization('running', 'auditLog', '/settings/audit-log'),
];

/** The sections that somebody sees; everyone sees what the audit log has about themselves. */
export function sectionsFor(role: Role, isThere: (path: string) => boolean): Section[] {
  const seen = SECTIONS.filter(({ path }) => isThere(path));
  if (role === 'Administrator') return seen;
  return seen
    .filter(({ key, isOfOrganization }) => !isOfOrganization || key === 'auditLog')
    .map((section) => ({ ...section, group: 'you' }));
}
