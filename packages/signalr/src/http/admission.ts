import type { IncomingMessage } from 'node:http';
import type { Log } from '../hub/log.ts';
import { Refusal } from './refusal.ts';
import { type HandshakeRequest, handshakeRequest } from './request.ts';

/** Who somebody is. */
export interface Identity<User> {
  readonly user: User;
  /** What `clients.user(id)` reaches them by. */
  readonly userId: string;
}

/** Decides by header, query or cookie; returns or throws a refusal (see `refuse`). */
export type Authorize<User> = (
  request: HandshakeRequest,
) => Identity<User> | Refusal | Promise<Identity<User> | Refusal>;

/** Asks the hook. A hook that fails otherwise refuses with 500, and the failure is logged. */
export type Admit<User> = (request: IncomingMessage) => Promise<Identity<User> | Refusal>;

export function createAdmit<User>(authorize: Authorize<User>, log: Log): Admit<User> {
  return async (request) => {
    const asked = handshakeRequest(request);
    try {
      return noted(await authorize(asked), asked.path, log);
    } catch (error) {
      if (error instanceof Refusal) return noted(error, asked.path, log);
      log({ kind: 'failed', what: 'authorizing', error });
      return new Refusal(500, '');
    }
  };
}

function noted<Outcome>(outcome: Outcome, path: string, log: Log): Outcome {
  if (outcome instanceof Refusal) {
    log({ kind: 'refused', status: outcome.status, path, text: outcome.message });
  }
  return outcome;
}
