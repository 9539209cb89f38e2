import type { Client } from '@stint/client';
import { calls, type TrackingState } from '@stint/contract';
import type { TrackChange, TrackSubject } from '@stint/ui';

/** What a person asks of the clock. */
export type TrackCommand =
  | { readonly kind: 'start'; readonly subject: TrackSubject }
  | { readonly kind: 'stop' }
  | { readonly kind: 'change'; readonly change: TrackChange }
  | { readonly kind: 'here' }
  | { readonly kind: 'askLater'; readonly option: 0 | 1 | 2 };

/** Sends a command; the answer is the new state of the clock, also when the server refuses for a business reason (api.md 4). */
export async function sendCommand(client: Client, command: TrackCommand): Promise<TrackingState> {
  switch (command.kind) {
    case 'start': {
      const { workItemId, comment, activityTypeId, isBillable } = command.subject;
      const body = {
        tfsId: workItemId ?? 0,
        remark: comment,
        activityTypeId,
        ...(isBillable !== undefined && { isBillable }),
      };
      return (await client.call(calls.startTracking, { body })).data;
    }
    case 'stop':
      return (await client.call(calls.stopTracking)).data;
    case 'change': {
      const { workItem, comment, activityTypeId } = command.change;
      const body = {
        ...(workItem && { tfsId: workItem.id }),
        ...(comment !== undefined && { remark: comment }),
        ...(activityTypeId !== undefined && { activityTypeId }),
      };
      return (await client.call(calls.adjustTrack, { body })).data;
    }
    case 'here':
      return (await client.call(calls.answerActivityCheck)).data;
    default:
      return (await client.call(calls.postponeIdleCheck, { params: {}, query: { $option: command.option } }))
        .data;
  }
}
