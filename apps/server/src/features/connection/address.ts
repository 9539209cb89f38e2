import { BlockList, isIP } from 'node:net';
import { refusedValue } from '../../refusal.ts';

/** The own machine and private networks: where Azure DevOps Server often speaks plain HTTP. */
const inside = new BlockList();
inside.addSubnet('127.0.0.0', 8);
inside.addSubnet('10.0.0.0', 8);
inside.addSubnet('172.16.0.0', 12);
inside.addSubnet('192.168.0.0', 16);
inside.addAddress('::1', 'ipv6');
inside.addSubnet('fc00::', 7, 'ipv6');

/** Never an Azure DevOps: link-local addresses (cloud metadata services live there), "this host", multicast. */
const never = new BlockList();
never.addSubnet('0.0.0.0', 8);
never.addSubnet('169.254.0.0', 16);
never.addSubnet('224.0.0.0', 3);
never.addAddress('::', 'ipv6');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');

const insideNames = /^([^.]+|.+\.(local|internal|lan|home\.arpa|localhost))$/;

/**
 * Reads the address of an Azure DevOps organization or collection, without a trailing slash. The token travels with
 * every request, so plain HTTP is taken only for hosts that lie inside: loopback and private addresses, names without
 * a dot, and names of domains kept for private use. HTTPS may go anywhere but to link-local addresses.
 * DbValidationError naming `url` for everything else.
 */
export function readConnectionUrl(text: string): string {
  const url = URL.parse(text.trim());
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw refusedValue(
      'url',
      'must be an address that begins with https://, such as https://dev.azure.com/contoso.',
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw refusedValue('url', 'must be the address alone, without user, password, ? or #.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (contains(never, host)) throw refusedValue('url', `${host} cannot be the address of an Azure DevOps.`);
  if (url.protocol === 'http:' && !isInside(host)) {
    throw refusedValue(
      'url',
      'must begin with https://; plain http:// would show the token to others on its way.',
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function isInside(host: string): boolean {
  return isIP(host) === 0 ? insideNames.test(host) : contains(inside, host);
}

function contains(list: BlockList, host: string): boolean {
  const family = isIP(host);
  return family !== 0 && list.check(host, family === 6 ? 'ipv6' : 'ipv4');
}
