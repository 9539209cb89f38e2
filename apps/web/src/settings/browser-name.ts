import type { Texts } from '@stint/ui';
import type { texts as en } from '../texts/settings/en.ts';

type SettingsTexts = Pick<Texts<typeof en>, 'browserOn' | 'unknownBrowser'>;

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

const SYSTEMS = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** The browser and system of a `User-Agent` in two words: `Chrome on Linux`; what is not known stays as it is. */
export function browserName(userAgent: string, texts: SettingsTexts): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (!browser) return userAgent.slice(0, 60) || texts.unknownBrowser;
  return system ? texts.browserOn({ browser, system }) : browser;
}
