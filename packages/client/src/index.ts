export { ApiError, type ApiErrorDetails } from './api-error.ts';
export { type Client, type ClientOptions, createClient, type Request } from './client.ts';
export { type PairingOptions, type Pairing, pair } from './pairing.ts';
export {
  createTokenKeeper,
  requestTokens,
  revokeTokens,
  type TokenEndpoint,
  type TokenKeeper,
  type Tokens,
} from './tokens.ts';
