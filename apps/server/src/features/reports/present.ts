import type { Report, ReportSummary } from '@stint/contract';
import type { Principal } from '../../identity/principals.ts';
import type { BuiltInReport } from './built-in/report.ts';
import { mayChange } from './policy.ts';
import type { StoredReport } from './store.ts';

type Reader = Pick<Principal, 'id' | 'role'>;

export function summaryOf(reader: Reader, stored: StoredReport): ReportSummary {
  const { id, name, description, ownerId, ownerName, visibility, changed } = stored;
  const isCanEdit = mayChange(reader, stored);
  return {
    id,
    name,
    description,
    builtIn: null,
    ownerId,
    ownerName,
    visibility,
    shareId: isCanEdit ? stored.shareId : null,
    isCanEdit,
    changed,
  };
}

export function reportOf(reader: Reader, stored: StoredReport): Report {
  return { ...summaryOf(reader, stored), ...stored.content };
}

export function builtInSummaryOf({ id, key, name, description }: BuiltInReport): ReportSummary {
  return {
    id,
    name,
    description,
    builtIn: key,
    ownerId: null,
    ownerName: null,
    visibility: 'organization',
    shareId: null,
    isCanEdit: false,
    changed: null,
  };
}

export function builtInOf(report: BuiltInReport): Report {
  return { ...builtInSummaryOf(report), ...report.content };
}
