import { createODataHandler, type Handler } from '@stint/odata';
import { createRun, type RunDependencies } from './run.ts';
import type { Asking } from './run-context.ts';
import { modelOfVersion } from './service-models.ts';

/** Answers reporting requests of one version of the API, which is spelled as the other areas spell it: `3.2`. */
export type Reporting = (version: string) => Handler<Asking>;

/** Makes the reporting service; each version's is made when it is first asked. */
export function createReporting(dependencies: RunDependencies): Reporting {
  const made = new Map<string, Handler<Asking>>();
  const make = (version: string) =>
    createODataHandler<Asking>({
      model: modelOfVersion(version),
      execute: createRun(version, dependencies),
      onFault: (fault, { context }) => context.asker.onFault(fault),
    });
  return (version) => {
    const handle = made.get(version) ?? make(version);
    made.set(version, handle);
    return handle;
  };
}
