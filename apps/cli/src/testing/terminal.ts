import { Readable, Writable } from 'node:stream';
import { run } from '../run.ts';

/** What a command answered. */
export interface Outcome {
  code: number;
  out: Buffer;
  text: string;
  err: string;
}

function collector(): Writable & { content(): Buffer } {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(part);
      done();
    },
  });
  return Object.assign(stream, { content: () => Buffer.concat(parts) });
}

/** Runs a command with an environment and input of its own. */
export async function stint(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input: Uint8Array = new Uint8Array(),
): Promise<Outcome> {
  const stdout = collector();
  const stderr = collector();
  const code = await run(args, { env, stdin: Readable.from([input]), stdout, stderr });
  const out = stdout.content();
  return { code, out, text: out.toString('utf8'), err: stderr.content().toString('utf8') };
}
