import type { Area } from '@stint/contract';
import { Refusal } from '../refusal.ts';

/** The versions in their released form, newest last. */
const supported = ['3.0', '3.1', '3.2', '3.3-beta'] as const;

const spellings = new Map<string, string>([
  ['3.0-preview', '3.0'],
  ['3.1-beta', '3.1'],
  ['3.2-beta', '3.2'],
  ...supported.map((version): [string, string] => [version, version]),
]);

/** 2.1 is retired on REST and still answered where old clients live: tracking, PIN and token (api.md 1). */
const deprecated = new Set(['2.1', '3.0-preview', '3.1-beta', '3.2-beta']);

/** The RFC 9745 date from which the deprecated versions count as such: 1 January 2025, UTC. */
export const DEPRECATION = '@1735689600';

export const supportedVersions = supported.join(', ');

export interface Version {
  name: string;
  deprecated: boolean;
}

/** Reads `api-version`; ApiVersionError when it is missing, unknown, or retired in this area. */
export function readVersion(area: Area, given: string | undefined): Version {
  if (given === undefined || given === '') {
    throw new Refusal(
      'ApiVersionError',
      `The query option api-version is missing; use one of ${supportedVersions}.`,
    );
  }
  const version = findVersion(area, given);
  if (version === null) {
    const retired = given.trim() === '2.1' ? 'is retired here' : 'is not known';
    throw new Refusal(
      'ApiVersionError',
      `The api-version "${given.slice(0, 40)}" ${retired}; use one of ${supportedVersions}.`,
    );
  }
  return version;
}

/** The version that is meant by a text such as `3.2` or `3.1-beta`; null when it is unknown, or retired in this area. */
export function findVersion(area: Area, given: string): Version | null {
  const text = given.trim().toLowerCase();
  if (text === '2.1' && area !== 'rest') return { name: '2.1', deprecated: true };
  const name = spellings.get(text);
  return name === undefined ? null : { name, deprecated: deprecated.has(text) };
}
