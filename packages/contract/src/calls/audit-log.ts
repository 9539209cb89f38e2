import { Type } from 'typebox';
import { call } from '../call.ts';
import { AuditEntry, AuditLogFilter } from '../schemas/audit-log.ts';
import { Count, Expand, Guid } from '../schemas/common.ts';

export const listAuditLog = call({
  id: 'listAuditLog',
  area: 'rest',
  method: 'GET',
  path: '/auditLog',
  summary:
    'Who did what and when, newest first: everything for administrators; for everyone else their own acts, and acts on their own time.',
  query: Type.Object({
    ...AuditLogFilter,
    $count: Count,
    /** The id of the last entry of the page before. */
    $after: Type.Optional(Guid),
    $expand: Expand,
  }),
  answer: Type.Array(AuditEntry),
});

export const exportAuditLog = call({
  id: 'exportAuditLog',
  area: 'rest',
  method: 'GET',
  path: '/auditLog/export',
  summary: 'The same entries without a limit; with `format=csv` as a table, one row each.',
  query: Type.Object({
    ...AuditLogFilter,
    format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('csv')], { default: 'json' })),
  }),
  answer: Type.Array(AuditEntry),
});
