import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDataDirectory } from './data-directory.ts';
import { type Installation, install } from './installation.ts';
import { freePort, spawnStint } from './stint-process.ts';

let installation: Installation;
let otherDirectory: string;

beforeAll(async () => {
  installation = await install();
  otherDirectory = newDataDirectory();
});

afterAll(async () => {
  await installation.remove();
  rmSync(otherDirectory, { recursive: true, force: true });
});

/** Starts a server that is to end by itself; what it wrote, and its exit code. */
async function refused(env: Record<string, string>): Promise<{ line: string; code: number | null }> {
  const stint = spawnStint({ STINT_DATA: otherDirectory, STINT_PORT: await freePort(), ...env });
  const code = await stint.ended();
  return { line: stint.told(), code };
}

describe('a start that cannot be', () => {
  it('is refused in one line on a data directory that another server uses, which goes on', async () => {
    const { line, code } = await refused({ STINT_DATA: installation.dataDirectory });
    expect(line).toMatch(/^[^\n]*data directory[^\n]*process \d+[^\n]*\n$/i);
    expect(code).toBe(1);
    expect((await fetch(`${installation.address}/readyz`)).status).toBe(200);
  });

  it('is refused in one line on a port that is in use', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { line, code } = await refused({ STINT_PORT: port });
    other.close();
    expect(line).toMatch(new RegExp(`^Port ${port} is in use[^\\n]*STINT_PORT[^\\n]*\\n$`));
    expect(code).not.toBe(0);
  });

  it.each([
    ['STINT_PORT', 'seventy'],
    ['STINT_QUOTA', 'plenty'],
    ['STINT_BOOTSTRAP_TOKEN', 'short'],
    ['DATABASE_URL', 'mysql://localhost/stint'],
    ['STINT_PUBLIC_URL', 'time.example.com'],
  ])('is refused in one line that names the variable: %s', async (name, value) => {
    const { line, code } = await refused({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name} [^\\n]+\\n$`));
    expect(code).toBe(2);
  });
});
