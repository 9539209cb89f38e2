import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESKTOP_TARGETS, type DesktopTarget } from '@stint/contract';

/** What is known of how this app was installed. */
export interface Installation {
  /** False when it runs from a clone. */
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** The path of the AppImage that runs; undefined for anything else. */
  readonly appImage: string | undefined;
  /** Electron's folder of resources, where the packager notes the kind of package. */
  readonly resources: string;
}

/** The kind of package that this app is updated with; null when it cannot be. */
export function targetOf({
  isPackaged,
  platform,
  arch,
  appImage,
  resources,
}: Installation): DesktopTarget | null {
  if (!isPackaged) return null;
  const names: Readonly<Record<string, string | null>> = {
    win32: `win-${arch}-nsis`,
    darwin: `mac-${arch}-zip`,
    linux: `linux-${arch}-${appImage === undefined ? packageType(resources) : 'appimage'}`,
  };
  return DESKTOP_TARGETS.find((each) => each === names[platform]) ?? null;
}

function packageType(resources: string): string {
  try {
    return readFileSync(join(resources, 'package-type'), 'utf8').trim();
  } catch {
    return '';
  }
}
