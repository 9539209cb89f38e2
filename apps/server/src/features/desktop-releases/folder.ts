import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  compareVersions,
  DESKTOP_CHANNELS,
  DESKTOP_TARGETS,
  type DesktopChannel,
  type DesktopRelease,
  type DesktopTarget,
  readSignedRelease,
  type SignedDesktopRelease,
} from '@stint/contract';

/** What an administrator has put into the folder of releases: `NAME.release.json` beside the file that it names. */
export interface ReleaseFolder {
  /** The newest release of a channel for a target, as it was signed; null when there is none. Betas are told to nobody else. */
  readonly newest: (channel: DesktopChannel, target: DesktopTarget) => Promise<SignedDesktopRelease | null>;
  /** Of each target the newest stable release, and a beta that is newer. */
  readonly current: () => Promise<DesktopRelease[]>;
  /** The path of a file that belongs to a release; null for any other name. */
  readonly fileOf: (name: string) => Promise<{ readonly path: string; readonly size: number } | null>;
}

/** How the names of signed releases end. */
const RELEASE_ENDING = '.release.json';

/** Reads the folder at each question, so that what is put there is told at once. `refused` hears of files that are no release. */
export function createReleaseFolder(folder: string, refused: (name: string) => void): ReleaseFolder {
  async function all(): Promise<SignedDesktopRelease[]> {
    const names = await readdir(folder).catch(() => []);
    const found = await Promise.all(names.filter((name) => name.endsWith(RELEASE_ENDING)).map(read));
    return found.filter((each) => each !== null);
  }

  async function read(name: string): Promise<SignedDesktopRelease | null> {
    const signed = readSignedRelease(await jsonOf(join(folder, name)));
    if (signed !== null && (await sizeOf(signed.release.file)) === signed.release.size) return signed;
    refused(name);
    return null;
  }

  async function sizeOf(file: string): Promise<number | null> {
    const found = await stat(join(folder, file)).catch(() => null);
    return found?.isFile() ? found.size : null;
  }

  return {
    newest: async (channel, target) => newestOf(await all(), channel, target),
    current: async () => {
      const releases = await all();
      const found = DESKTOP_TARGETS.flatMap((target) =>
        DESKTOP_CHANNELS.map((channel) => newestOf(releases, channel, target)?.release ?? null),
      );
      return [...new Set(found)].filter((release) => release !== null);
    },
    fileOf: async (name) => {
      const found = (await all()).find(({ release }) => release.file === name);
      return found ? { path: join(folder, found.release.file), size: found.release.size } : null;
    },
  };
}

/** A beta channel takes stable releases too. */
function newestOf(
  releases: readonly SignedDesktopRelease[],
  channel: DesktopChannel,
  target: DesktopTarget,
): SignedDesktopRelease | null {
  const fitting = releases.filter(
    ({ release }) =>
      release.target === target && (release.channel === 'stable' || release.channel === channel),
  );
  fitting.sort((one, other) => compareVersions(other.release.version, one.release.version));
  return fitting[0] ?? null;
}

async function jsonOf(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
