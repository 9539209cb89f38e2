import type { Environment } from '../environment.ts';
import { seal, unseal } from './seal.ts';
import { readSecretKey } from './secret-key.ts';

/** Seals secrets for storage, with the installation's key. The owner is an id: of an organization, or of the thing itself. */
export interface Vault {
  seal(owner: string, secret: string): Buffer;
  /** SealBrokenError when it was sealed with another key or for another owner. */
  unseal(owner: string, sealed: Buffer): string;
}

/** The key is read, or made, when the first secret comes. */
export function createVault(environment: Pick<Environment, 'secretKey' | 'dataDirectory'>): Vault {
  let known: Buffer | undefined;
  const key = () => (known ??= readSecretKey(environment));
  return {
    seal: (owner, secret) => seal(key(), owner, secret),
    unseal: (owner, sealed) => unseal(key(), owner, sealed),
  };
}
