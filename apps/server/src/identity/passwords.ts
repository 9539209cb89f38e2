import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP's Password Storage Cheat Sheet asks for at least: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a random text that nobody knows, at the same cost as every other. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$VhMicOgwwdTXr/hkN6pGXA$tPNpHVbgETTafPso70Duh+Aq0ZJhzX6lHMJPqtvnIx4';

/** The stored form of a password. */
export async function hashPassword(password: string): Promise<string> {
  return hash(normal(password), COST);
}

/**
 * Whether the password belongs to the stored hash. Without a hash (nobody has this e-mail, or no password was set yet)
 * it takes the same time and answers false, so that the time tells nothing about who exists.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const matches = await verify(stored ?? NOBODYS_HASH, normal(password));
  return matches && stored !== null;
}

/** The same characters typed on another system are the same password (NIST SP 800-63B 3.1.1.2). */
function normal(password: string): string {
  return password.normalize('NFKC');
}
