import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const CALLS = /packages[\\/]contract[\\/]src[\\/]calls[\\/]index\.ts$/;

/** What the client needs of a call to make it. */
interface CallAddress {
  readonly area: string;
  readonly method: string;
  readonly path: string;
}

/**
 * Gives the built pages of each call of the contract only how it is addressed; summaries, rights and schemas are the server’s, and a
 * tenth of the first load.
 */
export function callsAsAddresses(): Plugin {
  return {
    name: 'calls-as-addresses',
    apply: 'build',
    load: {
      filter: { id: CALLS },
      handler: async (id) => {
        const { calls } = (await import(pathToFileURL(id).href)) as { calls: Record<string, CallAddress> };
        const addresses = Object.entries(calls).map(([name, { area, method, path }]) => [
          name,
          { area, method, path },
        ]);
        return `export const calls = ${JSON.stringify(Object.fromEntries(addresses))};\nexport const allCalls = Object.values(calls);\n`;
      },
    },
  };
}
