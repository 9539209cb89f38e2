import packageJson from '../package.json' with { type: 'json' };

/** Stint's own version. */
export const version: string = packageJson.version;
