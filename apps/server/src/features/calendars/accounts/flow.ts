import { createHmac } from 'node:crypto';
import type { CalendarServiceKind } from '../../../environment.ts';
import type { Flow } from '../../../http/flow-cookie.ts';

export const FLOW_COOKIE = 'stint_calendar';
export const FLOW_PATH = '/auth/calendar';

/** What goes to the service. */
export interface FlowValues {
  state: string;
  /** PKCE; 43 characters. */
  codeVerifier: string;
}

/**
 * Made one way from the secrets of the flow and of the session, so that nothing must be stored, and that an answer counts for the very
 * session that asked: nobody can bring an account of theirs into the calendars of somebody else.
 */
export function flowValues({ secret }: Flow, session: string, kind: CalendarServiceKind): FlowValues {
  const made = (purpose: string) =>
    createHmac('sha256', secret).update(`${purpose}\n${kind}\n${session}`).digest('base64url');
  return { state: made('state'), codeVerifier: made('code verifier') };
}
