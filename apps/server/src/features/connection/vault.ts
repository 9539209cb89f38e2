import type { Environment } from '../../environment.ts';
import { seal, unseal } from './seal.ts';
import { readSecretKey } from './secret-key.ts';

/** Seals secrets of organizations for storage, with the installation's key. */
export interface Vault {
  seal(organizationId: string, secret: string): Buffer;
  /** SealBrokenError when it was sealed with another key or for another organization. */
  unseal(organizationId: string, sealed: Buffer): string;
}

/** The key is read, or made, when the first secret comes. */
export function createVault(environment: Pick<Environment, 'secretKey' | 'dataDirectory'>): Vault {
  let known: Buffer | undefined;
  const key = () => (known ??= readSecretKey(environment));
  return {
    seal: (organizationId, secret) => seal(key(), organizationId, secret),
    unseal: (organizationId, sealed) => unseal(key(), organizationId, sealed),
  };
}
