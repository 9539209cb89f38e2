import type { NewBudgetAssignment } from '@stint/contract';
import { refusedValue, type Refusal } from '../../refusal.ts';
import { keyOf, type Thing } from './things.ts';

/** What somebody wants a budget to be attached to. */
export interface Wish extends Thing {
  isExclusion: boolean;
}

/** What is wrong with one entry of a list. */
export interface WishFault {
  index: number;
  field: string;
  message: string;
}

/** Reads entries: each names exactly one thing, and no two the same. */
export function readWishes(entries: readonly NewBudgetAssignment[]): { wishes: Wish[]; faults: WishFault[] } {
  const wishes = entries.map(wishOf);
  const first = new Map<string, number>();
  const faults: WishFault[] = [];
  for (const [index, wish] of wishes.entries()) {
    const named = [wish.workItemId, wish.iterationPath, wish.workLogId].filter((each) => each !== null);
    if (named.length !== 1) {
      const message = 'each entry needs exactly one of workItemId, iterationPath and workLogId.';
      faults.push({ index, field: 'assignments', message });
      continue;
    }
    const before = first.get(keyOf(wish));
    if (before === undefined) first.set(keyOf(wish), index);
    else
      faults.push({
        index,
        field: fieldOf(wish),
        message: `is the same as entry ${before}; name each once.`,
      });
  }
  return { wishes, faults };
}

/** The field by which a wish names its thing. */
export function fieldOf(thing: Thing): 'workItemId' | 'iterationPath' | 'workLogId' {
  if (thing.workItemId !== null) return 'workItemId';
  return thing.iterationPath === null ? 'workLogId' : 'iterationPath';
}

/** The refusal of the faulty entries: of a list it names every bad index. */
export function refusalOf(faults: readonly WishFault[], isList: boolean): Refusal {
  const texts = faults.map(({ index, field, message }) =>
    isList ? `[${index}] ${field}: ${message}` : message,
  );
  return refusedValue(isList ? 'assignments' : (faults[0]?.field ?? 'assignments'), texts.join(' '));
}

function wishOf({ workItemId, iterationPath, workLogId, isExclusion }: NewBudgetAssignment): Wish {
  return {
    workItemId: workItemId ?? null,
    iterationPath: pathOf(iterationPath),
    workLogId: workLogId?.toLowerCase() ?? null,
    isExclusion: isExclusion ?? false,
  };
}

/** Azure DevOps writes `Atlas\Sprint 1` in fields and `\Atlas\Sprint 1` elsewhere. */
function pathOf(given: string | undefined): string | null {
  const path = given?.trim().replaceAll(/^\\+|\\+$/g, '') ?? '';
  return path === '' ? null : path;
}
