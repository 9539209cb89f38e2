import type { ICoreApi } from 'azure-devops-node-api/CoreApi.js';
import type { ConnectionData } from 'azure-devops-node-api/interfaces/LocationsInterfaces.js';
import type { IWorkItemTrackingApi } from 'azure-devops-node-api/WorkItemTrackingApi.js';
import { inspectAnswers, type RestClient } from './inspect.ts';
import type { Settings } from './options.ts';

/** The parts of azure-devops-node-api that we use. */
export type Library = {
  readonly connectionData: () => Promise<ConnectionData>;
  readonly core: () => Promise<ICoreApi>;
  readonly tracking: () => Promise<IWorkItemTrackingApi>;
};

/**
 * Sets up azure-devops-node-api for one address.
 * - It is imported at the first call: the import takes about 100 ms, which a starting server must not pay.
 * - Its own retries stay off: they repeat after milliseconds and ignore `Retry-After`.
 * - Redirects stay off: they lead to a sign-in page, and the PAT must not follow to another host.
 * - Connections are not kept alive: each API object would keep a pool of its own that nobody closes.
 */
export function makeLibrary(settings: Settings, slowDown: (seconds: number) => void): Library {
  const { url, credential, timeoutMs } = settings;
  const load = async () => {
    const { WebApi, getPersonalAccessTokenHandler } = await import('azure-devops-node-api');
    const webApi = new WebApi(url, getPersonalAccessTokenHandler(credential.pat, false), {
      socketTimeout: timeoutMs,
      globalAgentOptions: { keepAlive: false, timeout: timeoutMs },
      allowRetries: false,
      allowRedirects: false,
    });
    inspectAnswers(webApi.rest, slowDown);
    return webApi;
  };
  const inspected = <T extends { rest: RestClient }>(api: T): T => {
    inspectAnswers(api.rest, slowDown);
    return api;
  };
  const webApi = keepFirst(load);
  return {
    connectionData: async () => (await webApi()).connect(),
    core: keepFirst(async () => inspected(await (await webApi()).getCoreApi())),
    tracking: keepFirst(async () => inspected(await (await webApi()).getWorkItemTrackingApi())),
  };
}

/** Runs a function once and keeps its result; a failure is not kept, so the next call tries again. */
function keepFirst<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= make().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}
