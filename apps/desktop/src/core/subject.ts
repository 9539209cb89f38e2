import type { TrackedWorkItem } from '@stint/contract';

/** What time is about. */
export interface Subject {
  /** Null while only the number is known, or none was chosen. */
  readonly workItem: TrackedWorkItem | null;
  readonly workItemId: number | null;
  readonly comment: string;
  readonly activityTypeId: string;
  /** Null means as the organization has it. */
  readonly isBillable: boolean | null;
}

/** What may be changed about a running track; fields left out stay. */
export type SubjectChange = Partial<Subject>;
