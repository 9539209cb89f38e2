/** Why signing in at the provider did not succeed; the sign-in page has a text for each. */
export type FailureCode =
  | 'provider_unavailable'
  | 'denied'
  | 'state_mismatch'
  | 'email_unverified'
  | 'account_conflict'
  | 'sign_in_failed';

/** Leads back to the sign-in page with its code. */
export class SignInFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'SignInFailure';
    this.code = code;
  }
}
