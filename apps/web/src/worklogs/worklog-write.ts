import { ApiError, type Client } from '@stint/client';
import { calls, type NewWorkLog, type WorkLogChange } from '@stint/contract';

/** One write of a worklog. */
export type WorklogWrite =
  | { readonly kind: 'add'; readonly body: NewWorkLog }
  | { readonly kind: 'change'; readonly id: string; readonly body: WorkLogChange }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'restore'; readonly id: string };

/** Sends a write. What somebody else deleted meanwhile counts as removed. */
export async function sendWrite(client: Client, write: WorklogWrite): Promise<void> {
  switch (write.kind) {
    case 'add':
      await client.call(calls.addWorkLog, { body: write.body });
      break;
    case 'change':
      await client.call(calls.changeWorkLog, { params: { id: write.id }, body: write.body });
      break;
    case 'restore':
      await client.call(calls.restoreWorkLog, { params: { id: write.id } });
      break;
    case 'remove':
      try {
        await client.call(calls.deleteWorkLog, { params: { id: write.id } });
      } catch (error) {
        // Somebody was faster, which is all the same to who wants it gone.
        if (!(error instanceof ApiError) || error.status !== 404) throw error;
      }
      break;
  }
}

/** What is billable of an entry that gets another length (seconds): the whole stays the whole, and no more can be than there is. */
export function billableAfter(
  before: { readonly length: number; readonly billableLength: number | null },
  length: number,
): number | null {
  const { billableLength } = before;
  if (billableLength === null) return null;
  return billableLength === before.length ? length : Math.min(billableLength, length);
}
