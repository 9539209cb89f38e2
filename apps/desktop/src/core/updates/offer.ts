import {
  canonicalRelease,
  compareVersions,
  type DesktopChannel,
  type DesktopRelease,
  type DesktopTarget,
  readSignedRelease,
} from '@stint/contract';

/** What a server's answer means for this app. */
export type Offer =
  | { readonly kind: 'newer'; readonly release: DesktopRelease }
  /** The same or an older version: nothing to do. An old release is signed too, so it must never be installed over a newer one. */
  | { readonly kind: 'nothing' }
  /** It is no release, is not signed by this project, or is meant for another app. */
  | { readonly kind: 'untrusted' };

export interface OfferedTo {
  /** The newest version that is known here: the one that runs, or one that was loaded already. */
  readonly version: string;
  readonly channel: DesktopChannel;
  readonly target: DesktopTarget;
  /** Whether the project signed this text; the signature is Base64. */
  readonly isSigned: (text: string, signature: string) => boolean;
}

/** Judges what a server said is the newest release. */
export function readOffer(answer: unknown, to: OfferedTo): Offer {
  const signed = readSignedRelease(answer);
  if (signed === null) return { kind: 'untrusted' };
  const { release, signature } = signed;
  if (!to.isSigned(canonicalRelease(release), signature)) return { kind: 'untrusted' };
  const isMeant = release.target === to.target && (release.channel === 'stable' || to.channel === 'beta');
  if (!isMeant) return { kind: 'untrusted' };
  return compareVersions(release.version, to.version) > 0 ? { kind: 'newer', release } : { kind: 'nothing' };
}
