import type { Admit } from '../http/admission.ts';
import type { Limits } from '../hub/limits.ts';
import type { Log } from '../hub/log.ts';
import type { Application } from './connection/application.ts';
import type { Registry } from './connection/registry.ts';
import type { ClassicTimes } from './options.ts';
import type { Protector } from './tokens/protector.ts';

/** What the commands of the protocol work with. */
export interface ClassicServer<User> {
  readonly application: Application<User>;
  readonly registry: Registry<User>;
  readonly admit: Admit<User>;
  readonly protector: Protector;
  readonly times: ClassicTimes;
  readonly limits: Pick<
    Limits,
    'messageBytes' | 'outgoingBytes' | 'keptMessages' | 'waitingCalls' | 'closeTimeout'
  >;
  readonly log: Log;
  /** Milliseconds. */
  readonly now: () => number;
}
