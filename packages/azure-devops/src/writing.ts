import { type Caller, required } from './caller.ts';
import { AzureDevOpsError } from './errors.ts';
import type { Library } from './library.ts';
import { snapshotOf } from './snapshot.ts';
import type { AzureDevOps } from './types.ts';

/**
 * Changing work items. A call that was throttled has changed nothing, so the caller may make it again; and a call made twice
 * changes once, since the revision that it asks for has passed then. Source: Work Items - Update 7.1.
 */
export function makeWriting(
  library: Library,
  { call }: Caller,
): Pick<AzureDevOps, 'readRevision' | 'setFields'> {
  return {
    async readRevision(id, rev) {
      try {
        return snapshotOf(required(await call(async () => (await library.tracking()).getRevision(id, rev))));
      } catch (error) {
        if (error instanceof AzureDevOpsError && error.kind === 'notFound') return null;
        throw error;
      }
    },

    async setFields(id, rev, fields) {
      // The library's own enumeration of operations would be sent as numbers, which no server takes.
      const document = [
        { op: 'test', path: '/rev', value: rev },
        ...Object.entries(fields).map(([name, value]) => ({
          op: 'add',
          path: `/fields/${name}`,
          value,
        })),
      ];
      const item = await call(async () => (await library.tracking()).updateWorkItem(null, document, id));
      return snapshotOf(required(item));
    },
  };
}
