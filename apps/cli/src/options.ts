import { ConfigurationError, type Environment, readEnvironment } from '@stint/server/environment';
import type { Terminal } from './terminal.ts';

/** Options that stand for variables of the environment, as commander gives them. */
export interface EnvironmentOptions {
  port?: string;
  host?: string;
  data?: string;
  /** False for `--no-demo`. */
  demo?: boolean;
}

const flags = { STINT_PORT: '--port', STINT_HOST: '--host', STINT_DATA: '--data' } as const;

/**
 * The environment with what the command line says instead.
 * @throws ConfigurationError naming the option or variable.
 */
export function environmentOf(options: EnvironmentOptions, { env }: Pick<Terminal, 'env'>): Environment {
  const given: Partial<Record<keyof typeof flags, string>> = {
    ...(options.port !== undefined && { STINT_PORT: options.port }),
    ...(options.host !== undefined && { STINT_HOST: options.host }),
    ...(options.data !== undefined && { STINT_DATA: options.data }),
  };
  try {
    return readEnvironment({ ...env, ...given, ...(options.demo === false && { STINT_DEMO: '0' }) });
  } catch (error) {
    throw error instanceof ConfigurationError ? new ConfigurationError(inFlags(error.message, given)) : error;
  }
}

/** Names a variable as the option that gave its value. */
function inFlags(message: string, given: object): string {
  const variable = Object.keys(given).find((name) => message.startsWith(`${name} `));
  return variable === undefined ? message : message.replace(variable, flags[variable as keyof typeof flags]);
}
