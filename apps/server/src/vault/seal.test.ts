import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SealBrokenError, seal, unseal } from './seal.ts';
import { readSecretKey } from './secret-key.ts';
import { createVault } from './vault.ts';

const key = randomBytes(32);

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stint-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('sealing', () => {
  it('opens to what was sealed, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (secret, owner) => {
        const sealed = seal(key, owner, secret);
        expect(unseal(key, owner, sealed)).toBe(secret);
        if (secret.length > 3) expect(sealed.includes(secret)).toBe(false);
        expect(seal(key, owner, secret).equals(sealed)).toBe(false);
      }),
    );
  });

  it('does not open for another key or owner', () => {
    const sealed = seal(key, 'one', 'secret');
    expect(() => unseal(randomBytes(32), 'one', sealed)).toThrow(SealBrokenError);
    expect(() => unseal(key, 'other', sealed)).toThrow(SealBrokenError);
  });

  it('does not open when any byte was changed or bytes are missing', () => {
    const sealed = seal(key, 'one', 'secret');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => unseal(key, 'one', changed)).toThrow(SealBrokenError);
      expect(() => unseal(key, 'one', sealed.subarray(0, index))).toThrow(SealBrokenError);
    }
  });
});

describe('the key of an installation', () => {
  it('is made once, for its owner only, and found again', () => {
    const dataDirectory = join(temporaryFolder(), 'data');
    const first = readSecretKey({ secretKey: null, dataDirectory });
    expect(first).toHaveLength(32);
    expect(readSecretKey({ secretKey: null, dataDirectory })).toEqual(first);
    const path = join(dataDirectory, 'secret.key');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').trim()).toBe(first.toString('hex'));
  });

  it('comes from the environment when it is given there', () => {
    const secretKey = 'ab'.repeat(32);
    const vault = createVault({ secretKey, dataDirectory: '/nowhere' });
    expect(vault.unseal('one', seal(Buffer.from(secretKey, 'hex'), 'one', 'pat'))).toBe('pat');
  });

  it('is refused when the file holds something else', () => {
    const dataDirectory = temporaryFolder();
    writeFileSync(join(dataDirectory, 'secret.key'), 'short');
    expect(() => readSecretKey({ secretKey: null, dataDirectory })).toThrow(
      /secret\.key must hold 64 hex digits/,
    );
  });
});
