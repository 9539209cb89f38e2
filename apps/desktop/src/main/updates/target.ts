import { readFileSync } from 'node:fs';
import { DESKTOP_TARGETS, type DesktopTarget } from '@stint/contract';

/** What is known of how this app was installed. */
export interface Installation {
  /** False when it runs from a clone. */
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** The path of the AppImage that runs; undefined for anything else. */
  readonly appImage: string | undefined;
  /** The path of the program that runs. */
  readonly executable: string;
  /** Where dpkg keeps the list of files of the app's package. */
  readonly dpkgList: string;
}

/** The same for the package that the installers make; dpkg names it as the manifest does. */
export const DPKG_LIST = '/var/lib/dpkg/info/stint-desktop.list';

/** The kind of package that this app is updated with; null when it cannot be. */
export function targetOf(installation: Installation): DesktopTarget | null {
  const { isPackaged, platform, arch } = installation;
  if (!isPackaged) return null;
  const names: Readonly<Record<string, string | null>> = {
    win32: `win-${arch}-nsis`,
    darwin: `mac-${arch}-zip`,
    linux: `linux-${arch}-${linuxPackage(installation)}`,
  };
  return DESKTOP_TARGETS.find((each) => each === names[platform]) ?? null;
}

function linuxPackage({ appImage, executable, dpkgList }: Installation): 'appimage' | 'deb' | null {
  if (appImage !== undefined) return 'appimage';
  try {
    return readFileSync(dpkgList, 'utf8').split('\n').includes(executable) ? 'deb' : null;
  } catch {
    return null;
  }
}
