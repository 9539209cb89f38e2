import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

/** What a released file is for: the system, the processor and the kind of package, such as `linux-x64-deb`. */
export const DESKTOP_TARGETS = [
  'win-x64-nsis',
  'win-arm64-nsis',
  'mac-x64-zip',
  'mac-arm64-zip',
  'linux-x64-appimage',
  'linux-arm64-appimage',
  'linux-x64-deb',
  'linux-arm64-deb',
] as const;
export const DESKTOP_CHANNELS = ['stable', 'beta'] as const;
export type DesktopTarget = (typeof DESKTOP_TARGETS)[number];
export type DesktopChannel = (typeof DESKTOP_CHANNELS)[number];

const oneOf = <Name extends string>(names: readonly Name[]) =>
  Type.Unsafe<Name>(Type.Union(names.map((name) => Type.Literal(name))));

export const DesktopVersion = Type.String({
  pattern: String.raw`^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})(-beta\.(0|[1-9]\d{0,5}))?$`,
});

/** A released file of the desktop app. */
export const DesktopRelease = Type.Object(
  {
    version: DesktopVersion,
    channel: oneOf(DESKTOP_CHANNELS),
    target: oneOf(DESKTOP_TARGETS),
    /** The name of the file, without any folder. */
    file: Type.String({ pattern: String.raw`^[A-Za-z0-9][\w.+-]{0,150}$` }),
    size: Type.Integer({ minimum: 1, maximum: 2_147_483_648 }),
    /** Hex digits. */
    sha512: Type.String({ pattern: '^[0-9a-f]{128}$' }),
  },
  { additionalProperties: false },
);
export type DesktopRelease = Static<typeof DesktopRelease>;

/** A release with its signature: Ed25519 over `canonicalRelease`, in Base64. */
export const SignedDesktopRelease = Type.Object(
  { release: DesktopRelease, signature: Type.String({ pattern: '^[A-Za-z0-9+/]{86}==$' }) },
  { additionalProperties: false },
);
export type SignedDesktopRelease = Static<typeof SignedDesktopRelease>;

const signed = Compile(SignedDesktopRelease);

/** What was read of a file or an answer, when it is a signed release; null for anything else. The signature is not checked. */
export function readSignedRelease(value: unknown): SignedDesktopRelease | null {
  return signed.Check(value) ? value : null;
}

/** The text that is signed: the same for the same release, whoever writes it. */
export function canonicalRelease(release: DesktopRelease): string {
  const { version, channel, target, file, size, sha512 } = release;
  return `stint desktop release 1\n${JSON.stringify({ version, channel, target, file, size, sha512 })}\n`;
}

/** Below 0 when `one` is older than `other`, above 0 when it is newer; a beta comes before its release. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/** The numbers of a version; one without a beta counts as the last of them. */
function partsOf(version: string): number[] {
  const [numbers = '', beta] = version.split('-beta.');
  return [...numbers.split('.').map(Number), beta === undefined ? Number.MAX_SAFE_INTEGER : Number(beta)];
}

/** Where a server tells of the newest release of a channel for a target. */
export const releasePath = (channel: DesktopChannel, target: DesktopTarget): string =>
  `/desktop/updates/${channel}/${target}`;
/** Where a server gives a released file. */
export const releaseFilePath = (file: string): string => `/desktop/files/${file}`;
