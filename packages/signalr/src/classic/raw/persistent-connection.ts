import { type Authorize, createAdmit } from '../../http/admission.ts';
import type { Origins } from '../../http/origin.ts';
import { createRouter, type Router } from '../../http/router.ts';
import { defaultLimits, type Limits } from '../../hub/limits.ts';
import type { Log } from '../../hub/log.ts';
import { createClassicAdapter } from '../adapter.ts';
import type { ClassicOptions } from '../options.ts';
import { createRawApplication, type RawHandlers } from './application.ts';

export interface PersistentConnectionOptions<User> extends RawHandlers<User> {
  readonly path: string;
  readonly authorize: Authorize<User>;
  /** Which pages of other hosts may connect; none unless told. */
  readonly origins?: Origins;
  readonly limits?: Partial<Limits>;
  readonly classic?: ClassicOptions;
  readonly log?: Log;
}

/** Serves raw connections of the classic protocol (`$.connection(path)`) at an address of their own, in this process only. */
export function createPersistentConnection<User>(
  options: PersistentConnectionOptions<User>,
): Router & { close(): Promise<void> } {
  const { path, authorize, origins = () => false, limits = {}, classic = {}, log = () => {} } = options;
  const adapter = createClassicAdapter<User>({
    application: createRawApplication(options),
    admit: createAdmit(authorize, log),
    limits: { ...defaultLimits, ...limits },
    options: classic,
    log,
  });
  return { ...createRouter({ path, origins, adapters: [adapter], log }), close: () => adapter.close() };
}
