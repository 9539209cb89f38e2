import { ApiError } from '@stint/client';
import { DiskFullError } from '../ports.ts';
import type { AddressProblem } from './discover.ts';
import type { ServerAddress } from './address.ts';

/** Where pairing stands. */
export type PairingState =
  | { readonly kind: 'none' }
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'addressFault';
      readonly problem: AddressProblem | 'empty' | 'notAnAddress' | 'notHttps';
    }
  /** The person types the PIN on the Apps page of this address. */
  | { readonly kind: 'pin'; readonly address: ServerAddress; readonly pin: string }
  /** A link wants to pair; the person has to agree. */
  | { readonly kind: 'linkAsked'; readonly address: ServerAddress }
  | { readonly kind: 'finishing'; readonly address: ServerAddress }
  /** There is no safe place for the tokens here; the person has to say where they go. */
  | { readonly kind: 'unsafeAsked'; readonly address: ServerAddress }
  | { readonly kind: 'failed'; readonly address: ServerAddress; readonly problem: PairingProblem };

/** `expired`: the PIN's minute or the link is over. */
export type PairingProblem = 'expired' | 'unreachable' | 'refused' | 'diskFull';

/** What is told about a pairing that failed. */
export function pairingProblemOf(error: unknown): PairingProblem {
  if (error instanceof DiskFullError) return 'diskFull';
  if (!(error instanceof ApiError)) return 'refused';
  if (error.status === 0) return 'unreachable';
  return error.code === 'WrongOrExpired' || error.code === 'invalid_grant' ? 'expired' : 'refused';
}
