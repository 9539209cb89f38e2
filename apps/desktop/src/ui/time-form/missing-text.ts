import type { Texts } from '@stint/ui';
import type { texts as english } from '../texts/en.ts';
import type { Missing } from './draft.ts';

/** Says which required field is missing. */
export function missingText(missing: Missing, texts: Texts<typeof english>): string {
  switch (missing) {
    case 'workItem':
      return texts.missingWorkItem;
    case 'comment':
      return texts.missingComment;
    case 'activityType':
      return texts.missingActivityType;
    case 'duration':
      return texts.missingDuration;
    case 'from':
      return texts.missingFrom;
    default:
      return texts.missingWorkItemOrComment;
  }
}
