import type { WorkLog } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import type { LabelledWorkItem } from '@stint/ui';

/** What the dialog is opened for: to add time, perhaps with something filled in, or to edit an entry. */
export type TimeDialogRequest =
  | {
      readonly kind: 'add';
      readonly date?: WallDate;
      /** `HH:MM`, by the person’s clock. */
      readonly from?: string;
      readonly lengthSeconds?: number;
      readonly workItem?: LabelledWorkItem;
      readonly comment?: string;
    }
  | { readonly kind: 'edit'; readonly worklog: WorkLog; readonly workItem: LabelledWorkItem | null };
