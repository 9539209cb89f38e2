import { createClient, pair, requestTokens, type Tokens } from '@stint/client';
import { calls } from '@stint/contract';
import { withCollection } from '../connection/server-time.ts';
import { baseOf, readServerAddress, type ServerAddress } from '../pairing/address.ts';
import type { DeepLink } from '../pairing/deep-link.ts';
import { checkServer, discover, type Found } from '../pairing/discover.ts';
import { pairingProblemOf, type PairingState } from '../pairing/pairing.ts';
import type { TokenPlace } from './pairings.ts';

/** What the person does on the pairing page. */
export type PairingCommand =
  | { readonly kind: 'pairServer'; readonly address: string }
  | {
      readonly kind: 'pairCollection';
      readonly url: string;
      readonly collection: string;
      readonly token: string;
    }
  /** A new PIN for the same server. */
  | { readonly kind: 'newPin' }
  /** Agrees to what a link asked for. */
  | { readonly kind: 'agreeToLink' }
  /** Where the tokens go on a computer without a safe place: in the open, or nowhere. */
  | { readonly kind: 'storeTokens'; readonly place: Exclude<TokenPlace, 'sealed'> }
  | { readonly kind: 'cancelPairing' };

export interface PairingFlowParts {
  readonly fetch: typeof globalThis.fetch;
  readonly newId: () => string;
  readonly isSafe: () => boolean;
  readonly paired: (pairing: PairedPerson, tokens: Tokens, place: TokenPlace) => Promise<void>;
  readonly changed: () => void;
}

export interface PairedPerson {
  readonly address: ServerAddress;
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly person: string;
}

export interface PairingFlow {
  readonly state: () => PairingState;
  readonly act: (command: PairingCommand) => Promise<void>;
  /** Pairs once more with a known server. */
  readonly again: (address: ServerAddress) => Promise<void>;
  /** A link was opened: asks the person. */
  readonly link: (link: Extract<DeepLink, { kind: 'pair' }>) => void;
}

const VERSION = '3.2';

/** Leads through pairing: address, PIN or link, tokens. A new beginning ends what was under way. */
export function createPairingFlow(parts: PairingFlowParts): PairingFlow {
  let state: PairingState = { kind: 'none' };
  let abort = new AbortController();
  let code: string | null = null;
  let held: { person: PairedPerson; tokens: Tokens } | null = null;

  const to = (next: PairingState) => {
    state = next;
    parts.changed();
  };
  const begin = (): AbortSignal => {
    abort.abort();
    abort = new AbortController();
    held = null;
    return abort.signal;
  };
  const fetchOf = ({ collection }: ServerAddress) => withCollection(parts.fetch, collection);

  async function find(look: () => Promise<Found>): Promise<void> {
    const signal = begin();
    to({ kind: 'checking' });
    const found = await look();
    if (signal.aborted) return;
    if (found.ok) await showPin(found.address, signal);
    else to({ kind: 'addressFault', problem: found.problem });
  }

  async function showPin(address: ServerAddress, signal: AbortSignal): Promise<void> {
    await attempt(address, signal, async () => {
      const { baseUrl } = address;
      const pairing = await pair({ baseUrl, version: VERSION, fetch: fetchOf(address), signal });
      to({ kind: 'pin', address, pin: pairing.pin });
      return pairing.tokens();
    });
  }

  async function attempt(
    address: ServerAddress,
    signal: AbortSignal,
    get: () => Promise<Tokens>,
  ): Promise<void> {
    try {
      const tokens = await get();
      if (signal.aborted) return;
      to({ kind: 'finishing', address });
      const person = await personOf(address, tokens, signal);
      if (parts.isSafe()) {
        await parts.paired(person, tokens, 'sealed');
        to({ kind: 'none' });
      } else {
        held = { person, tokens };
        to({ kind: 'unsafeAsked', address });
      }
    } catch (error) {
      if (!signal.aborted) to({ kind: 'failed', address, problem: pairingProblemOf(error) });
    }
  }

  async function personOf(
    address: ServerAddress,
    tokens: Tokens,
    signal: AbortSignal,
  ): Promise<PairedPerson> {
    const { baseUrl } = address;
    const authorization = () => `Bearer ${tokens.accessToken}`;
    const client = createClient({ baseUrl, version: VERSION, fetch: fetchOf(address), authorization });
    const { user, account } = await client.call(calls.getMe, { signal });
    return { address, accountId: account.id, personId: user.id, name: account.name, person: user.name };
  }

  async function startWith(typed: string): Promise<void> {
    const read = readServerAddress(typed);
    if (!read.ok) to({ kind: 'addressFault', problem: read.problem });
    else await find(() => checkServer({ baseUrl: baseOf(read.url), collection: null }, parts.fetch));
  }

  return {
    state: () => state,
    again: (address) => find(() => checkServer(address, parts.fetch)),
    link: ({ address, code: given }) => {
      begin();
      code = given;
      to({ kind: 'linkAsked', address });
    },
    act: async (command) => {
      switch (command.kind) {
        case 'pairServer':
          return startWith(command.address);
        case 'pairCollection': {
          const read = readServerAddress(command.url);
          if (!read.ok) return to({ kind: 'addressFault', problem: read.problem });
          const collection = command.collection.trim();
          return find(() => discover(read.url, collection, parts.fetch, command.token || null));
        }
        case 'newPin':
          return 'address' in state ? showPin(state.address, begin()) : undefined;
        case 'agreeToLink': {
          if (state.kind !== 'linkAsked' || code === null) return undefined;
          const { address } = state;
          const grant = { grant_type: 'authorization_code', code } as const;
          const signal = begin();
          to({ kind: 'finishing', address });
          const endpoint = { baseUrl: address.baseUrl, fetch: fetchOf(address) };
          return attempt(address, signal, () => requestTokens(endpoint, grant, signal));
        }
        case 'storeTokens':
          if (held !== null) await parts.paired(held.person, held.tokens, command.place);
          held = null;
          return to({ kind: 'none' });
        default:
          begin();
          return to({ kind: 'none' });
      }
    },
  };
}
