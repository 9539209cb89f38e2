import { findVersion } from '../../http/versions.ts';

/** The hub's own name; clients write it in any letter case, with or without a version behind it. */
export const HUB_NAME = 'trackingHub';

/** The version that holds where neither hub nor method names one. */
const VERSION = '3.2';

/** Whether a spelling such as `trackinghub/v3.2` opens the hub (realtime.md, The hub). */
export function opensHub(name: string): boolean {
  return versionOfHub(name) !== null;
}

/** The method that is meant: `v3.2:startTracking` is `startTracking`. A version nobody knows makes it another method. */
export function methodOf(name: string): string {
  const [, version, method] = /^v([^:]*):(.*)$/is.exec(name) ?? [];
  return version !== undefined && method !== undefined && findVersion('tracking', version) ? method : name;
}

/** The version of the API that a call is made in: the method's, else the hub's. */
export function versionOfCall(hubName: string, methodName: string): string {
  const [, version] = /^v([^:]*):/i.exec(methodName) ?? [];
  return findVersion('tracking', version ?? '')?.name ?? versionOfHub(hubName) ?? VERSION;
}

/** The version that a spelling of the hub names; null when it is no spelling of it. */
export function versionOfHub(name: string): string | null {
  const [, version] = /^trackingHub(?:\/v([^/]+))?\/?$/i.exec(name) ?? [null, null];
  if (version === null) return null;
  return version === undefined ? VERSION : (findVersion('tracking', version)?.name ?? null);
}
