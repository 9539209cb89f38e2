import type { SafeStorage } from 'electron';
import type { SecretPort } from '../core/ports.ts';

type Storage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>;

/** The system's key store. On Linux without a key ring Electron only obscures texts, which is not safe. */
export function createSecrets(storage: Storage, platform: NodeJS.Platform): SecretPort {
  return {
    isSafe: () =>
      storage.isEncryptionAvailable() &&
      (platform !== 'linux' || !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend())),
    seal: (text) => storage.encryptString(text).toString('base64'),
    open: (sealed) => {
      try {
        return storage.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        return null;
      }
    },
  };
}
