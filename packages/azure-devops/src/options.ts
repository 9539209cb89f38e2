import { setTimeout as wait } from 'node:timers/promises';
import { AzureDevOpsError } from './errors.ts';
import type { Credential } from './types.ts';

export type ConnectOptions = {
  /** Address of the organization or collection, such as `https://dev.azure.com/contoso`. */
  readonly url: string;
  readonly credential: Credential;
  /** Milliseconds without a sign of life after which a request is given up; 10 seconds unless given. */
  readonly timeoutMs?: number;
  /** Longest time in seconds that one call waits in all when it is throttled; 60 unless given. */
  readonly maxWaitSeconds?: number;
  /** Waits; a test gives one that returns at once. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
};

export type Settings = Required<ConnectOptions>;

/**
 * Fills in the defaults and checks the address.
 * @throws AzureDevOpsError `unreachable` for an address that is none, or that contains a user or password
 */
export function settingsOf(options: ConnectOptions): Settings {
  const url = URL.parse(options.url);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new AzureDevOpsError(
      'unreachable',
      'The address of Azure DevOps must start with https:// or http://.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new AzureDevOpsError(
      'unreachable',
      'The address of Azure DevOps must not contain a user or password.',
    );
  }
  return {
    timeoutMs: 10_000,
    maxWaitSeconds: 60,
    sleep: (milliseconds) => wait(milliseconds, undefined, { ref: false }),
    ...options,
    url: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
  };
}
