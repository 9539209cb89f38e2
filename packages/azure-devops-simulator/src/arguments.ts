import { parseArgs } from 'node:util';

export type Arguments = {
  readonly port: number;
  readonly workItems: number;
  readonly seed: number;
  readonly pat: string;
  /** Where the time tracking extension says its server is. */
  readonly timetracker?: string;
};

/** Reads the command line. @throws Error with one line that names the wrong argument */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '7071' },
      'work-items': { type: 'string', default: '400' },
      seed: { type: 'string', default: '1' },
      pat: { type: 'string', default: 'simulator' },
      timetracker: { type: 'string' },
    },
  });
  return {
    port: wholeNumber('--port', values.port, 0, 65_535),
    workItems: wholeNumber('--work-items', values['work-items'], 4, 1_000_000),
    seed: wholeNumber('--seed', values.seed, 0, 4_294_967_295),
    pat: values.pat,
    ...(values.timetracker !== undefined && { timetracker: address('--timetracker', values.timetracker) }),
  };
}

function address(name: string, text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new Error(`${name} must be an address that begins with http:// or https://, not "${text}"`);
}

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= from && value <= to))
    throw new Error(`${name} must be a whole number from ${from} to ${to}, not "${text}"`);
  return value;
}
