import type { Tokens } from '@stint/client';
import type { ServerAddress } from '../pairing/address.ts';
import type { FilePort, SecretPort } from '../ports.ts';
import { createSerial } from '../serial.ts';
import { readDocument, writeDocument } from '../journal/document.ts';

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

/** A pairing that was ended here while its server did not answer; its tokens still have to be ended there. */
interface EndedPairing {
  readonly id: string;
  readonly address: ServerAddress;
  readonly sealed?: string;
  readonly plain?: Tokens;
}

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
  /** Pairings that were removed and whose tokens their servers have not ended yet. */
  readonly ended: () => readonly Ended[];
  /** The server has ended the tokens of a removed pairing. */
  readonly forgetEnded: (id: string) => Promise<void>;
  /** The damaged file that was found, kept aside. */
  readonly damagedFile: string | null;
}

/** How many removed pairings are remembered: servers that are gone for good must not fill the file. */
const MOST_ENDED = 20;

export interface Ended {
  readonly id: string;
  readonly address: ServerAddress;
  readonly tokens: Tokens;
}

const FILE = 'pairings';

export async function openPairings(files: FilePort, secrets: SecretPort): Promise<Pairings> {
  const { value, damagedFile } = await readDocument(files, FILE);
  const stored = (value ?? {}) as {
    pairings?: StoredPairing[];
    activeId?: string | null;
    ended?: EndedPairing[];
  };
  let ended: readonly EndedPairing[] = stored.ended ?? [];
  let pairings: readonly StoredPairing[] = stored.pairings ?? [];
  let activeId = stored.activeId ?? null;
  const inMemory = new Map<string, Tokens>();

  const serial = createSerial();
  const save = () => serial(() => writeDocument(files, FILE, { pairings, activeId, ended }));
  const withTokens = (pairing: Pairing, tokens: Tokens, place: TokenPlace): StoredPairing => {
    const { id, address, accountId, personId, name, person } = pairing;
    const known = { id, address, accountId, personId, name, person };
    if (place === 'memory') inMemory.set(id, tokens);
    if (place === 'sealed') return { ...known, sealed: secrets.seal(JSON.stringify(tokens)) };
    return place === 'plain' ? { ...known, plain: tokens } : known;
  };
  const opened = ({ id, sealed, plain }: EndedPairing): Tokens | null => {
    const text = sealed === undefined ? null : secrets.open(sealed);
    return text === null ? (plain ?? inMemory.get(id) ?? null) : (JSON.parse(text) as Tokens);
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
      return pairing ? opened(pairing) : null;
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
      const removed = pairings.find((each) => each.id === id);
      pairings = pairings.filter((each) => each.id !== id);
      if (removed && opened(removed) !== null) {
        const { address, sealed, plain } = removed;
        const kept = { ...(sealed !== undefined && { sealed }), ...(plain && { plain }) };
        // Whoever pairs again has the same id, with other tokens.
        const endedId = crypto.randomUUID();
        const tokens = inMemory.get(id);
        if (tokens) inMemory.set(endedId, tokens);
        ended = [...ended, { id: endedId, address, ...kept }].slice(-MOST_ENDED);
      }
      inMemory.delete(id);
      await save();
    },
    ended: () =>
      ended.flatMap((each) => {
        const tokens = opened(each);
        return tokens === null ? [] : [{ id: each.id, address: each.address, tokens }];
      }),
    forgetEnded: async (id) => {
      ended = ended.filter((each) => each.id !== id);
      inMemory.delete(id);
      await save();
    },
  };
}
