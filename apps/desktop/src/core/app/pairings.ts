import type { Tokens } from '@stint/client';
import type { ServerAddress } from '../pairing/address.ts';
import type { FilePort, SecretPort } from '../ports.ts';
import { readDocument, writeDocument } from './document.ts';

/** One pairing with an organization, as one person. */
export interface Pairing {
  /** Made here; names the files of the pairing. */
  readonly id: string;
  readonly address: ServerAddress;
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly person: string;
}

/** Where the tokens of a pairing lie: in the system's key store, in the open because the person agreed, or nowhere. */
export type TokenPlace = 'sealed' | 'plain' | 'memory';

interface StoredPairing extends Pairing {
  readonly sealed?: string;
  readonly plain?: Tokens;
}

/** The pairings of this computer and their tokens. */
export interface Pairings {
  readonly all: () => readonly Pairing[];
  readonly activeId: () => string | null;
  readonly activate: (id: string) => Promise<void>;
  /** The tokens; null when they were not kept or cannot be opened here, so that one has to pair again. */
  readonly tokensOf: (id: string) => Tokens | null;
  readonly saveTokens: (id: string, tokens: Tokens) => Promise<void>;
  /** Adds a pairing, or gives new tokens to one of the same person with the same organization; tells which it is. */
  readonly add: (pairing: Pairing, tokens: Tokens, place: TokenPlace) => Promise<Pairing>;
  readonly remove: (id: string) => Promise<void>;
  /** The damaged file that was found, kept aside. */
  readonly damagedFile: string | null;
}

const FILE = 'pairings';

export async function openPairings(files: FilePort, secrets: SecretPort): Promise<Pairings> {
  const { value, damagedFile } = await readDocument(files, FILE);
  const stored = (value ?? {}) as { pairings?: StoredPairing[]; activeId?: string | null };
  let pairings: readonly StoredPairing[] = stored.pairings ?? [];
  let activeId = stored.activeId ?? null;
  const inMemory = new Map<string, Tokens>();

  const save = () => writeDocument(files, FILE, { pairings, activeId });
  const withTokens = (pairing: Pairing, tokens: Tokens, place: TokenPlace): StoredPairing => {
    const { id, address, accountId, personId, name, person } = pairing;
    const known = { id, address, accountId, personId, name, person };
    if (place === 'memory') inMemory.set(id, tokens);
    if (place === 'sealed') return { ...known, sealed: secrets.seal(JSON.stringify(tokens)) };
    return place === 'plain' ? { ...known, plain: tokens } : known;
  };
  const replace = (next: StoredPairing) => {
    pairings = [...pairings.filter(({ id }) => id !== next.id), next];
  };

  return {
    damagedFile,
    all: () => pairings,
    activeId: () => (pairings.some(({ id }) => id === activeId) ? activeId : (pairings[0]?.id ?? null)),
    activate: async (id) => {
      activeId = id;
      await save();
    },
    tokensOf: (id) => {
      const pairing = pairings.find((each) => each.id === id);
      const opened = pairing?.sealed === undefined ? null : secrets.open(pairing.sealed);
      return opened === null ? (pairing?.plain ?? inMemory.get(id) ?? null) : (JSON.parse(opened) as Tokens);
    },
    saveTokens: async (id, tokens) => {
      const pairing = pairings.find((each) => each.id === id);
      if (!pairing) return;
      const place = pairing.sealed !== undefined ? 'sealed' : pairing.plain ? 'plain' : 'memory';
      pairings = pairings.map((each) => (each === pairing ? withTokens(pairing, tokens, place) : each));
      await save();
    },
    add: async (pairing, tokens, place) => {
      const known = pairings.find(
        (each) => each.accountId === pairing.accountId && each.personId === pairing.personId,
      );
      const next = withTokens({ ...pairing, id: known?.id ?? pairing.id }, tokens, place);
      replace(next);
      activeId = next.id;
      await save();
      return next;
    },
    remove: async (id) => {
      pairings = pairings.filter((each) => each.id !== id);
      inMemory.delete(id);
      await save();
    },
  };
}
