import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESKTOP_TARGETS } from '@stint/contract';
import { expect, test } from 'vitest';
import { DPKG_LIST } from './updates/target.ts';
import { LINK_SCHEME } from '../core/pairing/deep-link.ts';

const folder = fileURLToPath(new URL('../../', import.meta.url));
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}
interface Config {
  readonly electronVersion: string;
  readonly protocols: readonly { readonly schemes: readonly string[] }[];
  readonly directories: Readonly<Record<'app' | 'buildResources' | 'output', string>>;
  readonly icon: string;
  readonly nsis: { readonly include: string };
  readonly win: { readonly icon: string; readonly target: readonly Target[] };
  readonly mac: { readonly target: readonly Target[] };
  readonly linux: {
    readonly target: readonly Target[];
    readonly executableName: string;
    readonly syncDesktopName: boolean;
  };
}
const config = json('electron-builder.json') as Config;

test('every file that the packaging names is there, and icons are large enough', () => {
  const named = [config.directories.buildResources, config.icon, config.win.icon, config.nsis.include];
  expect(named.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  // Width and height stand behind the signature and the name of the first part of a PNG.
  const icon = readFileSync(join(folder, config.icon));
  expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([512, 512]);
  // An icon of Windows counts 256 as 0; the first is the largest.
  expect([...readFileSync(join(folder, config.win.icon)).subarray(0, 7)]).toMatchObject([
    0, 0, 1, 0, 6, 0, 0,
  ]);
});

test('dpkg keeps the list of the package where the updates look for it', () => {
  const { name } = json('package.json') as { name: string };
  expect(DPKG_LIST).toBe(`/var/lib/dpkg/info/${name.replace('@stint/', 'stint-')}.list`);
});

test('windows and their desktop entry know each other by one name', () => {
  const script = readFileSync(join(folder, '../../scripts/lib/desktop-package.mjs'), 'utf8');
  expect(config.linux.syncDesktopName).toBe(true);
  expect(script).toContain(`desktopName: '${config.linux.executableName}.desktop'`);
});

test('what is built lies where nothing is kept in the repository', () => {
  for (const made of [config.directories.app, config.directories.output]) expect(dirname(made)).toBe('dist');
});

test('the packed Electron is the one that the app is written for', () => {
  const { devDependencies } = json('package.json') as { devDependencies: Record<string, string> };
  expect(config.electronVersion).toBe(devDependencies['electron']);
});

test('links of the app are registered by every installer', () => {
  expect(config.protocols.flatMap(({ schemes }) => schemes)).toEqual([LINK_SCHEME]);
  const script = readFileSync(join(folder, config.nsis.include), 'utf8');
  expect(script).toContain(`Software\\Classes\\${LINK_SCHEME}\\shell\\open\\command`);
  expect(script).toContain(`DeleteRegKey SHELL_CONTEXT "Software\\Classes\\${LINK_SCHEME}"`);
});

test('there is an installer or archive for every target that updates are offered for', () => {
  const made = (['win', 'mac', 'linux'] as const).flatMap((system) =>
    config[system].target.flatMap(({ target, arch }) =>
      arch.map((each) => `${system}-${each}-${target.toLowerCase()}`),
    ),
  );
  expect(made).toEqual(expect.arrayContaining([...DESKTOP_TARGETS]));
  expect(made).toEqual(expect.arrayContaining(['mac-x64-dmg', 'mac-arm64-dmg']));
});
