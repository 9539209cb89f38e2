const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'Windows',
  darwin: 'macOS',
  linux: 'Linux',
};

/** How the app names itself to its server, which shows the part before the version on the Apps page: `Stint on cleos-laptop/1.2.0 (Linux)`. */
export function userAgentOf(host: string, version: string, platform: NodeJS.Platform): string {
  const name = host.replaceAll(/[^\w.-]/g, '').slice(0, 40);
  return `Stint${name === '' ? '' : ` on ${name}`}/${version} (${SYSTEMS[platform] ?? platform})`;
}
