import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canonicalRelease, type DesktopRelease, readSignedRelease } from '@stint/contract';
import { CommandError } from '../faults.ts';
import { environmentOf, type EnvironmentOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** Makes the key pair that releases are signed with: the secret half into a new file, the public half on `stdout`. */
export async function makeReleaseKey(file: string, terminal: Terminal): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(file, secret, { mode: 0o600, flag: 'wx' });
  terminal.stdout.write(String(publicKey.export({ type: 'spki', format: 'pem' })));
}

export interface ReleaseOptions extends EnvironmentOptions {
  /** File of the secret key. */
  key: string;
  release: string;
  target: string;
  channel: string;
}

/** Puts a built file of the desktop app into the folder of releases, signed. */
export async function addDesktopRelease(
  file: string,
  options: ReleaseOptions,
  terminal: Terminal,
): Promise<void> {
  const { desktopReleases: folder } = environmentOf(options, terminal);
  const key = await keyIn(options.key);
  const { size } = await stat(file);
  const release = {
    version: options.release,
    channel: options.channel,
    target: options.target,
    file: basename(file),
    size,
    sha512: await sha512Of(file),
  } as DesktopRelease;
  const signature = sign(null, Buffer.from(canonicalRelease(release)), key).toString('base64');
  const signed = readSignedRelease({ release, signature });
  if (signed === null)
    throw new CommandError(
      `This cannot be released: ${release.file} ${release.version} ${release.channel} ${release.target}.`,
    );
  await mkdir(folder, { recursive: true });
  await copyFile(file, join(folder, `${release.file}.part`));
  await rename(join(folder, `${release.file}.part`), join(folder, release.file));
  // Last, so that nobody is told of a file that is not there yet.
  const name = join(folder, `${release.file}.release.json`);
  await writeFile(`${name}.part`, `${JSON.stringify(signed, null, 2)}\n`);
  await rename(`${name}.part`, name);
  terminal.stdout.write(`${name}\n`);
}

async function keyIn(file: string): Promise<KeyObject> {
  const pem = await readFile(file);
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below, without what the file holds.
  }
  throw new CommandError(`${file} is no secret Ed25519 key.`);
}

async function sha512Of(file: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}
