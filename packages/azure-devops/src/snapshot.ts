import type { WorkItem } from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces.js';
import { textOf } from './text.ts';
import type { Person, WorkItemSnapshot } from './types.ts';

/** Reads a work item as the library gives it; missing texts are empty, missing dates are the start of 1970. */
export function snapshotOf({ id = 0, rev = 0, fields = {} }: WorkItem): WorkItemSnapshot {
  const text = (name: string): string => textOf(fields[name]);
  const parent: unknown = fields['System.Parent'];
  return {
    id,
    rev,
    type: text('System.WorkItemType'),
    title: text('System.Title'),
    state: text('System.State'),
    project: text('System.TeamProject'),
    areaPath: text('System.AreaPath'),
    iterationPath: text('System.IterationPath'),
    assignedTo: personOf(fields['System.AssignedTo']),
    parentId: typeof parent === 'number' ? parent : null,
    changedAt: instantOf(fields['System.ChangedDate']),
    createdAt: instantOf(fields['System.CreatedDate']),
    fields,
  };
}

/** Reads a person: an identity reference, or the text `Name <account>` of older servers. Null when there is none. */
export function personOf(value: unknown): Person | null {
  if (typeof value === 'object' && value !== null) {
    const { id, uniqueName, displayName } = value as Partial<Person>;
    return { id: id ?? '', uniqueName: uniqueName ?? '', displayName: displayName ?? '' };
  }
  if (typeof value !== 'string' || value.trim() === '') return null;
  const [, name, account] = /^(.*?)\s*<([^<>]*)>$/.exec(value.trim()) ?? [];
  if (name === undefined || account === undefined)
    return { id: '', uniqueName: '', displayName: value.trim() };
  return { id: '', uniqueName: account, displayName: name };
}

/** A date as ISO 8601 in UTC. */
export function instantOf(value: unknown): string {
  const time = Date.parse(textOf(value));
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
}
