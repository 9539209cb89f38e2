import { HubError, type HubContext } from '@stint/signalr';
import type { Dependencies } from '../../dependencies.ts';
import { refusalOf } from '../../fault.ts';
import { checkConditions } from '../../http/admission.ts';
import { errorBody } from '../../http/error-answer.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { TrackingAsked } from '../tracking/calls.ts';
import { twice } from '../tracking/write-twice.ts';
import type { Method } from './methods.ts';
import { versionOfCall } from './spelling.ts';
import type { HubUser } from './who.ts';

type CallDependencies = Pick<Dependencies, 'database' | 'organizations' | 'principals' | 'quotas' | 'log'>;

/**
 * Runs a method of the hub as the REST call of its name runs: conditions, arguments, answer. What is refused reaches the
 * caller as an error with the text that REST answers, and with its envelope where the protocol carries data.
 */
export function hubCall(
  dependencies: CallDependencies,
  method: Method,
): (context: HubContext<HubUser>, ...args: unknown[]) => Promise<object> {
  return async (context, ...args) => {
    try {
      const asked = await ask(dependencies, method, context);
      const { query, body } = method.read(args);
      return twice(await method.answer({ ...asked, query: query as never, body }));
    } catch (error) {
      const refusal = refusalOf(error, dependencies.log);
      throw new HubError(refusal.message, errorBody(refusal));
    }
  };
}

/** Who asks, as they are at this moment: roles that were changed since the connection opened hold. */
async function ask(
  { database, organizations, principals, quotas }: CallDependencies,
  method: Method,
  { connection: { user }, hubName, methodName }: HubContext<HubUser>,
): Promise<Omit<TrackingAsked, 'query' | 'body'>> {
  const { organizationId, personId, credential, sessionMethod, address } = user;
  const organization = await organizations.byId(organizationId);
  if (!organization) throw notFound('organization', organizationId);
  const member = await principals.byId(organizationId, personId);
  if (!member) throw new Refusal('UnauthorizedError', 'The person of this connection is no longer known.');
  const principal = { ...member, credential, sessionMethod };
  await checkConditions(method.conditions, organization, principal, quotas);
  const via = credential.kind === 'session' ? 'web' : 'tracking';
  return {
    db: database.organization(organizationId),
    organization,
    principal,
    source: { personId, via, address },
    version: versionOfCall(hubName, methodName),
  };
}
