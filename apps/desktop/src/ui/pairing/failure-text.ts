import type { PairingProblem, PairingState } from '../../core/pairing/pairing.ts';
import type { DesktopTexts } from '../texts/texts.ts';

type AddressFault = Extract<PairingState, { kind: 'addressFault' }>['problem'];

/** What is wrong with an address, and what to do. */
export function addressFaultText(problem: AddressFault, texts: DesktopTexts): string {
  const table: Readonly<Record<AddressFault, string>> = {
    empty: texts.addressEmpty,
    notAnAddress: texts.addressUnreadable,
    notHttps: texts.addressNotHttps,
    unreachable: texts.addressUnreachable,
    foreign: texts.addressForeign,
    credentialsNeeded: texts.credentialsNeeded,
    noCollection: texts.noCollection,
    notInstalled: texts.notInstalled,
  };
  return table[problem];
}

/** Why a pairing failed. */
export function failureText(problem: PairingProblem, texts: DesktopTexts): string {
  const table: Readonly<Record<PairingProblem, string>> = {
    expired: texts.pinExpired,
    unreachable: texts.addressUnreachable,
    refused: texts.pairingRefused,
    diskFull: texts.diskFull,
  };
  return table[problem];
}
