import { AzureDevOpsError } from '@stint/azure-devops';
import type { Outcome } from './lease.ts';
import { SealBrokenError } from '../../vault/seal.ts';

/** Seconds between readings. */
export interface Pauses {
  /** Nothing had changed. */
  idle: number;
  /** Something had changed: more may follow. */
  changed: number;
  /** After a first failure; doubled with each further one. */
  failed: number;
  /** The longest pause after failures. */
  longest: number;
  /** Between readings of the members of groups. */
  groups: number;
}

export const usualPauses: Pauses = { idle: 10, changed: 2, failed: 2, longest: 60, groups: 180 };

/** The outcome of a reading that came to its end; `message` tells what was left out. */
export function success(hasChanged: boolean, message: string | null, pauses: Pauses): Outcome {
  return {
    state: 'connected',
    message,
    isComplete: true,
    pause: hasChanged ? pauses.changed : pauses.idle,
  };
}

/**
 * The outcome of a reading that failed, told to administrators in the connection's message.
 * @param failures how many came one after the other, this one included
 * @returns null for a fault that has nothing to do with Azure DevOps
 */
export function failure(error: unknown, failures: number, pauses: Pauses): Outcome | null {
  if (error instanceof SealBrokenError) {
    const message =
      'The stored token cannot be opened with the key of this installation; please enter it again.';
    return { state: 'unauthorized', message, isComplete: false, pause: pauses.longest };
  }
  if (!(error instanceof AzureDevOpsError)) return null;
  const { kind, message, retryAfterSeconds } = error;
  const backOff = Math.min(pauses.longest, pauses.failed * 2 ** (failures - 1));
  if (kind === 'throttled') {
    return { state: null, message, isComplete: false, pause: Math.max(backOff, retryAfterSeconds ?? 0) };
  }
  const state = kind === 'unauthorized' || kind === 'forbidden' ? 'unauthorized' : 'unreachable';
  return { state, message, isComplete: false, pause: backOff };
}
