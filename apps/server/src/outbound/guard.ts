import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-addresses.ts';

/** Finds every address of a host. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** As the machine resolves names: DNS and its hosts file. */
export const resolveHost: Resolve = (host) => lookup(host, { all: true });

/** Where requests of the server may go. */
export interface Reach {
  resolve: Resolve;
  /** Whether addresses that are not of the public internet may be asked. */
  allowInside: boolean;
}

/** A host has an address to which nothing may be sent. */
export class InsideAddressError extends Error {}

/** The host of an address, an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/**
 * The addresses that a request to this URL may go to. InsideAddressError when any of them is none of the public internet
 * and `allowInside` is false; errors of `resolve` for unknown names.
 */
export async function addressesOf(url: URL, { resolve, allowInside }: Reach): Promise<LookupAddress[]> {
  const host = hostOf(url);
  const family = isIP(host);
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }];
  const inside = addresses.find(({ address }) => !isPublicAddress(address));
  if (allowInside || inside === undefined) return addresses;
  const which = inside.address === host ? host : `${host} is ${inside.address}, which`;
  throw new InsideAddressError(`${which} is no address of the public internet`);
}

/** Answers each look-up with the addresses that were checked. */
export function only(addresses: LookupAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all === true || first === undefined) callback(null, addresses);
    else callback(null, first.address, first.family);
  };
}
