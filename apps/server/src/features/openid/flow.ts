import { createHmac } from 'node:crypto';
import type { Flow } from '../../http/flow-cookie.ts';

export const FLOW_COOKIE = 'stint_openid';
export const FLOW_PATH = '/auth/openid';

/** What goes to the provider, each made one way from the flow's secret, so that none of it must be stored or signed. */
export interface FlowValues {
  state: string;
  nonce: string;
  /** PKCE; 43 characters. */
  codeVerifier: string;
}

export function flowValues({ secret }: Flow): FlowValues {
  const made = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('base64url');
  return { state: made('state'), nonce: made('nonce'), codeVerifier: made('code verifier') };
}
