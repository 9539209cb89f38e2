import { parseArgs } from 'node:util';

export interface Arguments {
  /** 0 for any free one. */
  readonly port: number;
}

/** Reads the command line. @throws Error with one line that names the wrong argument */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: '7080' } },
  });
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (port <= 65_535) return { port };
  throw new Error(`--port must be a whole number from 0 to 65535, not "${values.port}"`);
}
