import { type AzureDevOps, AzureDevOpsError, connect, type Connection } from '@stint/azure-devops';
import { Refusal, refusedValue } from '../../refusal.ts';

/** Seconds that a person waits for a server that asks to slow down. */
const PATIENCE = 5;

/** A view of Azure DevOps for calls that a person waits for. */
export function connectFor(url: string, pat: string): AzureDevOps {
  return connect({ url, credential: { kind: 'pat', pat }, maxWaitSeconds: PATIENCE });
}

/** Asks Azure DevOps who the token belongs to; refuses as {@link asking} does. */
export function tryConnection(url: string, pat: string): Promise<Connection> {
  return asking(() => connectFor(url, pat).whoAmI());
}

/**
 * Asks Azure DevOps something for a person. DbValidationError names `pat` or `url` when one of them is wrong;
 * UnknownError (503) when Azure DevOps does not answer as it should.
 */
export async function asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof AzureDevOpsError)) throw error;
    if (error.kind === 'unauthorized' || error.kind === 'forbidden') {
      throw refusedValue('pat', `Azure DevOps does not accept this personal access token. ${error.message}`);
    }
    if (error.kind === 'notFound') throw refusedValue('url', error.message);
    throw new Refusal('UnknownError', error.message, { status: 503 });
  }
}
