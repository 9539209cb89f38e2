import { spawnSync } from 'node:child_process';

/** What a Python script prints as JSON, given bytes: its standard library reads CSV and ZIP independently of us. */
export function python(script: string, input: Buffer | string): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { input, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString());
}
