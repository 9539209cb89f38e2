import type { DeliveryState } from '@stint/contract';

/** The texts that name how a delivery is doing. */
export const STATE_NAMES = {
  pending: 'statePending',
  delivered: 'stateDelivered',
  failed: 'stateFailed',
} as const satisfies Record<DeliveryState, string>;
