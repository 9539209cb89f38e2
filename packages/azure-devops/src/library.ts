import type { ICoreApi } from 'azure-devops-node-api/CoreApi.js';
import type {
  ConnectionData,
  ResourceAreaInfo,
} from 'azure-devops-node-api/interfaces/LocationsInterfaces.js';
import type { IWorkItemTrackingApi } from 'azure-devops-node-api/WorkItemTrackingApi.js';
import type { Caller } from './caller.ts';
import { inspectAnswers, type RestClient } from './inspect.ts';
import type { Settings } from './options.ts';
import { makeRawClient, type RawClient } from './raw.ts';

/** The parts of azure-devops-node-api that we use. */
export type Library = {
  readonly connectionData: () => Promise<ConnectionData>;
  readonly core: () => Promise<ICoreApi>;
  readonly tracking: () => Promise<IWorkItemTrackingApi>;
  /** Addresses of the collection itself. */
  readonly collection: () => Promise<RawClient>;
  /** Graph, which has a host of its own; null on Azure DevOps Server, which has none. */
  readonly graph: () => Promise<RawClient | null>;
};

/** Source: resource area `Graph` of Azure DevOps Services. */
const graphArea = 'bb1e7ec9-e901-4b68-999a-de7012b920f8';

/**
 * Sets up azure-devops-node-api for one address.
 * - It is imported at the first call: the import takes about 100 ms, which a starting server must not pay.
 * - Its own retries stay off: they repeat after milliseconds and ignore `Retry-After`.
 * - Redirects stay off: they lead to a sign-in page, and the PAT must not follow to another host.
 * - Connections are not kept alive: each API object would keep a pool of its own that nobody closes.
 */
export function makeLibrary(settings: Settings, caller: Caller): Library {
  const { url, credential, timeoutMs } = settings;
  const { slowDown } = caller;
  // The credential goes to the first host that its handler sees, and to no other: each host has a client of its own.
  const load = async (host: string) => {
    const { WebApi, getPersonalAccessTokenHandler } = await import('azure-devops-node-api');
    const webApi = new WebApi(host, getPersonalAccessTokenHandler(credential.pat, false), {
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
  const webApi = keepFirst(() => load(url));
  return {
    connectionData: async () => (await webApi()).connect(),
    core: keepFirst(async () => inspected(await (await webApi()).getCoreApi())),
    tracking: keepFirst(async () => inspected(await (await webApi()).getWorkItemTrackingApi())),
    collection: keepFirst(async () => makeRawClient((await webApi()).rest, url, caller)),
    graph: keepFirst(async () => {
      const locations = inspected(await (await webApi()).getLocationsApi());
      const areas: unknown = await caller.call(() => locations.getResourceAreas());
      const graphUrl = locationOf(areas, graphArea);
      return graphUrl === null ? null : makeRawClient((await load(graphUrl)).rest, graphUrl, caller);
    }),
  };
}

/** The address of a resource area; a server answers no list, which the library's type does not tell. */
function locationOf(areas: unknown, areaId: string): string | null {
  const known = Array.isArray(areas) ? (areas as ResourceAreaInfo[]) : [];
  return known.find(({ id }) => id?.toLowerCase() === areaId)?.locationUrl ?? null;
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
