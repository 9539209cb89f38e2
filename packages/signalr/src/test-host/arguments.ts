import { parseArgs } from 'node:util';

const DEFAULT_PORT = 7072;
const HIGHEST_PORT = 65_535;

/** Reads `--port N`. Throws with one line for anything else. */
export function readArguments(given: readonly string[]): { readonly port: number } {
  const { values } = parseArgs({
    args: [...given],
    options: { port: { type: 'string', default: String(DEFAULT_PORT) } },
  });
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : HIGHEST_PORT + 1;
  if (port > HIGHEST_PORT)
    throw new Error(`--port ${values.port}: a number from 0 to ${HIGHEST_PORT} is needed.`);
  return { port };
}
